import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CorpusError, ParleyError } from '../errors.js';
import type { Document } from '../types.js';
import { decodeText } from './decode-text.js';
import { documentFormat } from './document-format.js';
import { documentId } from './document-id.js';
import type { CorpusFile } from './list-corpus-files.js';
import { markupFault } from './markup-bounds.js';
import { completeMetadata, metadataFromJson, metadataFromYaml, type StatedMetadata } from './metadata.js';

const mebibyte = 1_048_576;
// A book is 1 MiB; 64 are more than anybody's collection of statements, and still parse within seconds. A page costs about
// fifty times its size while it is taken apart.
const mostTextBytes = 64 * mebibyte;
const mostHtmlBytes = 10 * mebibyte;
const mostMetadataBytes = 65_536;
const longestTitle = 300;

async function readBounded(path: string, shownPath: string, mostBytes: number, remedy: string): Promise<Buffer> {
  try {
    const facts = await stat(path);
    // Opening a pipe or a device would wait for ever.
    if (!facts.isFile()) throw new CorpusError(shownPath, 'is not a file.', 'Remove it from the corpus.');
    if (facts.size > mostBytes) {
      const limit = mostBytes >= mebibyte ? `${mostBytes / mebibyte} MiB` : `${mostBytes / 1_024} KiB`;
      throw new CorpusError(shownPath, `has ${facts.size} bytes; the limit is ${limit}.`, remedy);
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof ParleyError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'no reason given';
    throw new CorpusError(shownPath, `cannot be read (${code}).`, 'Check that it is there and may be read.', {
      cause: error,
    });
  }
}

const keyLine = /^["']?[\p{L}_][\w-]*["']?[ \t]*:/u;
const ownKeyLine = /^["']?(?:title|titleIsDescriptive|publisher|author|date|licence|url)["']?[ \t]*:/u;
const yamlLine = /^(?:$|[#\s-]|["']?[\p{L}_][\w-]*["']?[ \t]*:)/u;

/** Splits off what stands between `---` lines at the top. A page that merely begins with a rule is left alone. */
function frontMatter(text: string, path: string): { stated: StatedMetadata; body: string } {
  const whole = { stated: {}, body: text };
  const opening = /^---[ \t]*\n/u.exec(text);
  if (opening === null) return whole;
  const head = text.slice(opening[0].length, mostMetadataBytes);
  const closing = /^(?:---|\.\.\.)[ \t]*$/mu.exec(head);
  const yaml = head.slice(0, closing?.index);
  const lines = yaml.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (closing === null) {
    if (!ownKeyLine.test(first)) return whole;
    throw new CorpusError(path, 'the front matter that line 1 opens is never closed.', 'End it with a line "---".');
  }
  const isMetadata = keyLine.test(first) || (/^#|^$/u.test(first) && lines.every((line) => yamlLine.test(line)));
  if (!isMetadata) return whole;
  const end = opening[0].length + closing.index + closing[0].length;
  return { stated: metadataFromYaml(yaml, path), body: text.slice(end + 1) };
}

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

function markdownTitle(text: string): string | null {
  const top = text.slice(0, 20_000);
  const marked = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/mu.exec(top);
  const underlined = /^(?![-*+>|\s])(.+)\n(?:={2,}|-{3,})[ \t]*$/mu.exec(top);
  const first = underlined !== null && underlined.index < (marked?.index ?? top.length) ? underlined : marked;
  return first?.[1] ?? null;
}

/** A title found in a text, fit to be shown: one line, no control characters, not endless. */
function shownTitle(found: string | null): string | null {
  const title = found?.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() ?? '';
  if (title.length <= longestTitle) return title || null;
  return `${new RegExp(`^.{1,${longestTitle - 1}}`, 'u').exec(title)?.[0] ?? ''}…`;
}

async function readHtml(bytes: Buffer, path: string): Promise<{ title: string | null; text: string }> {
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/iu.exec(
    bytes.subarray(0, 4_096).toString('latin1'),
  );
  const html = decodeText(bytes, path, declared?.[1]);
  const fault = markupFault(html);
  if (fault !== null) throw new CorpusError(path, fault, 'Save its text as a .txt file instead.');
  // Loaded with the first page only: a corpus of text files never pays for an html parser.
  const { htmlText } = await import('./html-text.js');
  try {
    return htmlText(html);
  } catch (error) {
    throw new CorpusError(path, 'this page cannot be taken apart.', 'Save its text as a .txt file instead.', {
      cause: error,
    });
  }
}

/**
 * Reads one file of the corpus. The text is the file's own, with line breaks as `\n` and without byte order mark and front
 * matter; of an html page it is what a reader sees, headings written as in Markdown (`## …`). Metadata in a sidecar
 * goes before front matter, key by key; what neither states is `null`, and the title is then the first heading of a
 * Markdown or html file, or else the file's name, marked as descriptive.
 *
 * @throws CorpusError when the file cannot be read, is not UTF-8 text, is empty or too large, or its metadata is wrong.
 */
export async function readDocument(file: CorpusFile): Promise<Document> {
  const { path } = file;
  const format = documentFormat(path);
  const limit = format === 'html' ? mostHtmlBytes : mostTextBytes;
  const bytes = await readBounded(file.absolutePath, path, limit, 'Split it into several files.');
  const sidecar = await sidecarMetadata(file);

  const read = format === 'html' ? await readHtml(bytes, path) : { title: null, text: decodeText(bytes, path) };
  const { stated, body } = format === 'markdown' ? frontMatter(read.text, path) : { stated: {}, body: read.text };
  if (body.trim() === '') {
    const what = format === 'html' ? 'has no text that a reader would see.' : 'is empty.';
    throw new CorpusError(path, what, 'Put text in it, or remove it from the corpus.');
  }
  const title = shownTitle(format === 'markdown' ? markdownTitle(body) : read.title);
  const name = basename(path).replace(/\.[^.]+$/u, '');
  return {
    id: documentId(path),
    metadata: completeMetadata({ ...stated, ...sidecar.stated }, title, name),
    text: body,
    source: { path, bytes: file.bytes, modifiedMs: file.modifiedMs, sha256: sourceHash(bytes, sidecar.bytes) },
  };
}
