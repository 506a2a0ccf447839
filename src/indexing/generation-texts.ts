import type { DocumentMetadata, IndexedDocument, ParsedDocument, SourceFile } from '../types.js';
import type { TimeSlices } from './time-slices.js';

/** One line of the documents' file. */
interface DocumentLine {
  readonly id: string;
  readonly metadata: DocumentMetadata;
  readonly source: SourceFile;
  /** UTF-16 code units. */
  readonly length: number;
  /** UTF-8 except for a text with half a surrogate pair, which UTF-8 cannot hold. */
  readonly encoding: 'utf8' | 'utf16le';
  /** Place in the file of texts, in bytes. */
  readonly textStart: number;
  readonly textBytes: number;
  readonly firstParagraph: number;
  readonly endParagraph: number;
}

const halfPair = /\p{Surrogate}/u;

/** The lines of the documents' file and the bytes of the file of texts, in the order of the documents. */
export async function encodeDocuments(
  documents: readonly ParsedDocument[],
  slices: TimeSlices,
): Promise<{ readonly lines: Uint8Array; readonly texts: readonly Uint8Array[] }> {
  const lines: string[] = [];
  const texts: Uint8Array[] = [];
  let textStart = 0;
  let firstParagraph = 0;
  for (const { document, paragraphs } of documents) {
    const encoding = halfPair.test(document.text) ? 'utf16le' : 'utf8';
    const bytes = Buffer.from(document.text, encoding);
    lines.push(
      JSON.stringify({
        id: document.id,
        metadata: document.metadata,
        source: document.source,
        length: document.text.length,
        encoding,
        textStart,
        textBytes: bytes.byteLength,
        firstParagraph,
        endParagraph: firstParagraph + paragraphs.length,
      } satisfies DocumentLine),
    );
    texts.push(bytes);
    textStart += bytes.byteLength;
    firstParagraph += paragraphs.length;
    if (slices.due()) await slices.pause();
  }
  return { lines: Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8'), texts };
}

function indexedDocument(line: DocumentLine, texts: Buffer): IndexedDocument {
  let text: string | undefined;
  return {
    id: line.id,
    metadata: line.metadata,
    source: line.source,
    length: line.length,
    firstParagraph: line.firstParagraph,
    endParagraph: line.endParagraph,
    get text() {
      text ??= texts.toString(line.encoding, line.textStart, line.textStart + line.textBytes);
      return text;
    },
  };
}

/** The documents of a generation; each text is decoded when it is first asked for, and kept. */
export async function decodeDocuments(
  lines: Buffer,
  texts: Buffer,
  slices: TimeSlices,
): Promise<readonly IndexedDocument[]> {
  const documents: IndexedDocument[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf('\n', start);
    documents.push(indexedDocument(JSON.parse(lines.toString('utf8', start, end)) as DocumentLine, texts));
    start = end + 1;
    if (slices.due()) await slices.pause();
  }
  return documents;
}
