import { createHash } from 'node:crypto';
import { bareName, completeReading } from './corpus/complete-reading.js';
import type { DocumentFormat } from './corpus/document-format.js';
import { metadataFromOptions } from './corpus/metadata.js';
import { readAttachment, shownName } from './corpus/read-attachment.js';
import { serverDocumentId } from './corpus/server-document-id.js';
import { CorpusError } from './errors.js';
import type { Document, DocumentMetadata } from './types.js';

export type { DocumentFormat } from './corpus/document-format.js';

/** What a moderator said of a document; `null` for nothing. */
export interface SaidOfDocument {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

export interface SentFile {
  readonly bytes: Uint8Array;
  /** As its sender named it: it may be anything. */
  readonly name: string;
  readonly said: SaidOfDocument;
  /** Of the document that it takes the place of; `null` for a new one. */
  readonly before: DocumentMetadata | null;
}

export interface ReadingLimits {
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Milliseconds. */
  readonly readMs: number;
  /** Milliseconds since 1970, against dates that lie ahead. */
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
}

/** A file that was read and has no place yet. */
export interface ReadFile {
  readonly metadata: DocumentMetadata;
  readonly text: string;
  /** What the file hides from its readers. */
  readonly hidden: readonly string[];
  readonly format: DocumentFormat;
  /** `null` where the format has none. */
  readonly pages: number | null;
  /** What it may be named after, the best first. */
  readonly names: readonly string[];
  readonly bytes: number;
  readonly sha256: string;
}

/** A text may be dated ahead of its day, but not by more than this. */
const longestAheadMs = 366 * 24 * 3600 * 1000;

function refuseFarFuture({ date }: DocumentMetadata, name: string, now: number): void {
  if (date === null || Date.parse(date) <= now + longestAheadMs) return;
  const what = `would be of ${date}, which lies far ahead.`;
  throw new CorpusError(name, what, 'Give the date of the document with the option "date".');
}

/**
 * Reads a file that a moderator sent: text as a reader sees it, and metadata, where what the moderator said goes before
 * what the file says, and that before its name.
 *
 * @throws CorpusError whatever is wrong with the file or with what was said of it; the signal's reason when called off
 */
export async function readSentFile(file: SentFile, limits: ReadingLimits): Promise<ReadFile> {
  const { bytes, name, before } = file;
  const shown = shownName(name);
  const said = metadataFromOptions({ ...file.said }, shown);
  const { maxBytes, maxPages, readMs, now, signal } = limits;
  const reading = await readAttachment(bytes, { name, maxBytes, maxPages, timeoutMs: readMs, signal });
  const { metadata, text } = completeReading(reading, { name: shownName(name), said, before });
  refuseFarFuture(metadata, shown, now);
  return {
    metadata,
    text,
    hidden: reading.hidden,
    format: reading.format,
    pages: reading.pages,
    names: metadata.titleIsDescriptive ? [bareName(name), metadata.title] : [metadata.title, bareName(name)],
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

const endings: Readonly<Record<DocumentFormat, string>> = {
  plain: 'txt',
  markdown: 'md',
  html: 'html',
  pdf: 'pdf',
  docx: 'docx',
};

/** An id that no document of `taken` has, for a file that becomes a new document. */
export function newDocumentId({ names }: ReadFile, taken: ReadonlySet<string>): string {
  return serverDocumentId(names, taken);
}

/**
 * The document that a file becomes. The path of its source is no file's: it is made of the id, and its ending says how
 * the text is marked, whatever the file was called.
 */
export function documentOf({ metadata, text, format, bytes, sha256 }: ReadFile, id: string, now: number): Document {
  const path = `${id}.${endings[format]}`;
  return { id, metadata, text, source: { path, bytes, modifiedMs: now, sha256 } };
}
