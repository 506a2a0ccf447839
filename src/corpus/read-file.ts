import { CorpusError } from '../errors.js';
import { contentKind, refusalOf } from './content-kind.js';
import { decodeText } from './decode-text.js';
import { type DocumentFormat, documentFormat } from './document-format.js';
import { type FileReading, saysNothing } from './file-reading.js';
import { readHtml } from './read-html.js';

/** A file to be read. */
export interface FileToRead {
  readonly bytes: Uint8Array;
  /** Names it in errors; of a text its ending says whether it is Markdown. */
  readonly name: string;
  readonly mostPages: number;
  /** The only format that will do; `null` for any. */
  readonly expected: 'pdf' | 'docx' | null;
}

const startsLikeHtml =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|div|p|h[1-6]|table|article|section|main|ul|ol|span)\b/iu;

const names = { pdf: 'a PDF', docx: 'a Word document (.docx)', text: 'a text' } as const;

async function readText({ bytes, name }: FileToRead): Promise<FileReading> {
  const head = new TextDecoder().decode(bytes.subarray(0, 4_096));
  if (startsLikeHtml.test(head)) {
    const { title, text, hidden } = await readHtml(bytes, name);
    if (text.trim() === '') {
      throw new CorpusError(name, 'has no text that a reader would see.', 'Put text in it, or leave it out.');
    }
    return { format: 'html', text, pages: null, hidden, says: { ...saysNothing, title } };
  }
  const text = decodeText(bytes, name);
  if (text.trim() === '') throw new CorpusError(name, 'is empty.', 'Put text in it, or leave it out.');
  const format: DocumentFormat = documentFormat(name) === 'markdown' ? 'markdown' : 'plain';
  return { format, text, pages: null, hidden: [], says: saysNothing };
}

function readableKind(file: FileToRead): 'pdf' | 'docx' | 'text' {
  const { bytes, name, expected } = file;
  if (bytes.length === 0) throw new CorpusError(name, 'is empty.', 'Put text in it, or leave it out.');
  const found = contentKind(bytes, name);
  if (found.kind === 'other' || found.kind === 'locked') throw refusalOf(found, name);
  if (expected === null || found.kind === expected) return found.kind;
  const what = found.kind === 'text' ? 'is damaged, or a text' : `is ${names[found.kind]}`;
  throw new CorpusError(
    name,
    `${what} and not ${names[expected]}.`,
    'Give it the ending of what it is, or fetch it again.',
  );
}

/**
 * Reads a file by what it holds. It may take any time and much memory over a hostile one, and loads libraries that change
 * what a thread's programs share: call it in a thread of its own, through readInThread.
 *
 * @throws CorpusError when it cannot be read, with what it is or what is wrong with it.
 */
export async function readFile(file: FileToRead): Promise<FileReading> {
  const kind = readableKind(file);
  switch (kind) {
    case 'pdf': {
      const { pdfText } = await import('./pdf/pdf-text.js');
      return pdfText(file.bytes, file.name, file.mostPages);
    }
    case 'docx': {
      const { docxText } = await import('./docx/docx-text.js');
      return docxText(file.bytes, file.name);
    }
    case 'text':
      return readText(file);
  }
}
