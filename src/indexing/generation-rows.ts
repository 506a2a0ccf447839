import type { Generation, ParagraphKind, ParsedDocument, Span } from '../types.js';
import type { ColumnReader, Columns } from './column-file.js';
import type { TimeSlices } from './time-slices.js';

/** Kinds by the number they have in the file; new ones are added at the end. */
const kinds: readonly ParagraphKind[] = ['body', 'caption', 'heading', 'promotion', 'notice'];

export type RowReaders = Pick<Generation, 'paragraph' | 'sentence' | 'chunk'>;

function check(document: string, text: string, span: Span, what: string): void {
  if (text.slice(span.start, span.end) !== span.text) {
    throw new Error(`${document}: ${what} at ${span.start}–${span.end} is not a slice of the text.`);
  }
}

/** Writes the sentences or chunks of one document into columns, each under the row of its paragraph. */
function createSpanFiller(count: number, paragraphCount: number, what: string) {
  const paragraph = new Uint32Array(count);
  const start = new Uint32Array(count);
  const end = new Uint32Array(count);
  // Spans of paragraph row i are firsts[i] to firsts[i + 1].
  const firsts = new Uint32Array(paragraphCount + 1);
  let filled = 0;
  return {
    columns: { paragraph, start, end, firsts },
    /** Takes what belongs to the paragraph from the front of `spans`, beginning at `from`; gives the next place. */
    fill(
      { document }: ParsedDocument,
      spans: readonly (Span & { readonly paragraph: number })[],
      from: number,
      number: number,
      row: number,
    ): number {
      let next = from;
      for (let span = spans[next]; span?.paragraph === number; span = spans[++next]) {
        check(document.id, document.text, span, what);
        paragraph[filled] = row;
        start[filled] = span.start;
        end[filled] = span.end;
        filled++;
      }
      firsts[row + 1] = filled;
      return next;
    },
  };
}

function total(documents: readonly ParsedDocument[], list: 'paragraphs' | 'sentences' | 'chunks'): number {
  return documents.reduce((sum, document) => sum + document[list].length, 0);
}

function named(prefix: string, columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [`${prefix}.${name}`, column]));
}

/**
 * The offsets of all paragraphs, sentences and chunks as columns. Throws when a span is no slice of its text, or when
 * the sentences or chunks are not in the order of their paragraphs: quotes rest on both.
 */
export async function rowColumnsOf(documents: readonly ParsedDocument[], slices: TimeSlices): Promise<Columns> {
  const count = total(documents, 'paragraphs');
  const paragraphs = {
    document: new Uint32Array(count),
    number: new Uint32Array(count),
    kind: new Uint8Array(count),
    start: new Uint32Array(count),
    end: new Uint32Array(count),
  };
  const sentences = createSpanFiller(total(documents, 'sentences'), count, 'a sentence');
  const chunks = createSpanFiller(total(documents, 'chunks'), count, 'a chunk');
  let row = 0;
  for (const [documentRow, parsed] of documents.entries()) {
    let sentence = 0;
    let chunk = 0;
    for (const paragraph of parsed.paragraphs) {
      check(parsed.document.id, parsed.document.text, paragraph, 'a paragraph');
      paragraphs.document[row] = documentRow;
      paragraphs.number[row] = paragraph.number;
      paragraphs.kind[row] = kinds.indexOf(paragraph.kind);
      paragraphs.start[row] = paragraph.start;
      paragraphs.end[row] = paragraph.end;
      sentence = sentences.fill(parsed, parsed.sentences, sentence, paragraph.number, row);
      chunk = chunks.fill(parsed, parsed.chunks, chunk, paragraph.number, row);
      row++;
      if (slices.due()) await slices.pause();
    }
    if (sentence < parsed.sentences.length || chunk < parsed.chunks.length) {
      throw new Error(`${parsed.document.id}: sentences and chunks must be in the order of their paragraphs.`);
    }
  }
  return {
    ...named('paragraph', paragraphs),
    ...named('sentence', sentences.columns),
    ...named('chunk', chunks.columns),
  };
}

function spanReader(file: ColumnReader, prefix: string) {
  const paragraph = file.column(`${prefix}.paragraph`, 'Uint32Array');
  const start = file.column(`${prefix}.start`, 'Uint32Array');
  const end = file.column(`${prefix}.end`, 'Uint32Array');
  const firsts = file.column(`${prefix}.firsts`, 'Uint32Array');
  return {
    firsts,
    read(row: number) {
      assertRow(row, paragraph.length, prefix);
      return { paragraph: paragraph[row] ?? 0, start: start[row] ?? 0, end: end[row] ?? 0 };
    },
  };
}

function assertRow(row: number, count: number, what: string): void {
  if (!Number.isInteger(row) || row < 0 || row >= count) {
    throw new RangeError(`There is no ${what} row ${row}; there are ${count}.`);
  }
}

/** Reads rows from the columns on demand; nothing is unpacked beforehand. */
export function createRowReaders(file: ColumnReader): RowReaders {
  const document = file.column('paragraph.document', 'Uint32Array');
  const number = file.column('paragraph.number', 'Uint32Array');
  const kind = file.column('paragraph.kind', 'Uint8Array');
  const start = file.column('paragraph.start', 'Uint32Array');
  const end = file.column('paragraph.end', 'Uint32Array');
  const sentences = spanReader(file, 'sentence');
  const chunks = spanReader(file, 'chunk');
  return {
    paragraph(row) {
      assertRow(row, document.length, 'paragraph');
      return {
        document: document[row] ?? 0,
        number: number[row] ?? 0,
        kind: kinds[kind[row] ?? 0] ?? 'body',
        start: start[row] ?? 0,
        end: end[row] ?? 0,
        firstSentence: sentences.firsts[row] ?? 0,
        endSentence: sentences.firsts[row + 1] ?? 0,
        firstChunk: chunks.firsts[row] ?? 0,
        endChunk: chunks.firsts[row + 1] ?? 0,
      };
    },
    sentence: sentences.read,
    chunk: chunks.read,
  };
}
