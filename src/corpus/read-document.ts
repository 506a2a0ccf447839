import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { CorpusError } from '../errors.js';
import type { Document } from '../types.js';
import { completeReading } from './complete-reading.js';
import { decodeText } from './decode-text.js';
import { type DocumentFormat, documentFormat } from './document-format.js';
import { documentId, serverPrefix } from './document-id.js';
import { type FileReading, saysNothing } from './file-reading.js';
import type { CorpusFile } from './list-corpus-files.js';
import { metadataFromJson, metadataFromYaml, type StatedMetadata } from './metadata.js';
import { readBounded } from './read-bounded.js';
import { readHtml } from './read-html.js';
import { readInThread } from './read-in-thread.js';

const mebibyte = 1_048_576;
// A book is 1 MiB; 64 are more than anybody's collection of statements, and still parse within seconds. A page costs about
// fifty times its size while it is taken apart.
const mostTextBytes = 64 * mebibyte;
const mostHtmlBytes = 10 * mebibyte;
const mostMetadataBytes = 65_536;
// Pages of a PDF. One takes about 40 ms; a legal collection has some thousands.
const mostPages = 5_000;
const longestReadingMs = 600_000;

async function sidecarMetadata(file: CorpusFile): Promise<{ stated: StatedMetadata; bytes: Buffer | null }> {
  if (file.sidecarPath === null) return { stated: {}, bytes: null };
  const shownPath = file.path.replace(/[^/]+$/u, '') + basename(file.sidecarPath);
  const bytes = await readBounded(file.sidecarPath, shownPath, mostMetadataBytes, 'Keep to the few keys of metadata.');
  const source = decodeText(bytes, shownPath);
  const isJson = file.sidecarPath.toLowerCase().endsWith('.json');
  return { stated: isJson ? metadataFromJson(source, shownPath) : metadataFromYaml(source, shownPath), bytes };
}

/** Without a sidecar this is what `sha256sum` prints for the file. */
function sourceHash(file: Uint8Array, sidecar: Uint8Array | null): string {
  const hash = createHash('sha256').update(file);
  // The length between the two keeps bytes from moving from one file to the other unseen.
  if (sidecar !== null) hash.update(`\nsidecar after ${file.length} bytes\n`).update(sidecar);
  return hash.digest('hex');
}

async function readBytes(bytes: Buffer, path: string, format: DocumentFormat): Promise<FileReading> {
  switch (format) {
    case 'pdf':
    case 'docx':
      return readInThread({ bytes, name: path, mostPages, expected: format }, longestReadingMs);
    case 'html': {
      const { title, text, hidden } = await readHtml(bytes, path);
      return { format, text, pages: null, hidden, says: { ...saysNothing, title } };
    }
    case 'plain':
    case 'markdown':
      return { format, text: decodeText(bytes, path), pages: null, hidden: [], says: saysNothing };
  }
}

/** A document, and what stands in its file that no reader sees and that is no part of its text. */
export interface InspectedDocument {
  readonly document: Document;
  readonly hidden: readonly string[];
}

/**
 * Reads one file of the corpus. The text is the file's own, with line breaks as `\n` and without byte order mark and front
 * matter; of an html page, a PDF and a Word document it is what a reader sees, headings written as in Markdown (`## …`).
 * Metadata in a sidecar goes before front matter, key by key; what neither states is `null`, and the title is then the
 * first heading, an html page's own title, or else the file's name, marked as descriptive.
 *
 * @throws CorpusError when the file cannot be read, is not what its ending says, has no text or is too large, its metadata
 * is wrong, or its name is one of a server's documents.
 */
export async function inspectDocument(file: CorpusFile): Promise<InspectedDocument> {
  const { path } = file;
  if (documentId(path).startsWith(serverPrefix)) {
    const why = `begins with “${serverPrefix}”, as the documents that moderators add do.`;
    throw new CorpusError(path, why, 'Rename the file.');
  }
  const format = documentFormat(path);
  const limit = format === 'html' ? mostHtmlBytes : mostTextBytes;
  const bytes = await readBounded(file.absolutePath, path, limit, 'Split it into several files.');
  const sidecar = await sidecarMetadata(file);

  const reading = await readBytes(bytes, path, format);
  const document = {
    id: documentId(path),
    ...completeReading(reading, { name: path, said: sidecar.stated, before: null }),
    source: { path, bytes: file.bytes, modifiedMs: file.modifiedMs, sha256: sourceHash(bytes, sidecar.bytes) },
  };
  return { document, hidden: reading.hidden };
}

/** Reads one file of the corpus, as `inspectDocument` does. @throws CorpusError */
export async function readDocument(file: CorpusFile): Promise<Document> {
  const { document } = await inspectDocument(file);
  return document;
}
