import { parseDocument } from '#src/corpus/parse-document.js';
import type { Generation, IndexedDocument, ParagraphRow, ParsedDocument, SpanRow } from '#src/types.js';

/** A text as a document of that id, taken apart. */
export function parsedText(id: string, text: string): ParsedDocument {
  const metadata = { title: id, titleIsDescriptive: true, publisher: null, author: null, date: null, licence: null };
  const source = { path: `${id}.txt`, bytes: 0, modifiedMs: 0, sha256: '' };
  return parseDocument({ id, metadata: { ...metadata, url: null }, text, source });
}

function rowOf<Row>(rows: readonly Row[]): (row: number) => Row {
  return (row) => {
    const found = rows[row];
    if (found === undefined) throw new RangeError(`There is no row ${row}.`);
    return found;
  };
}

/** Documents and rows of a generation, and nothing to search them with. */
export function plainGeneration(id: string, parsed: readonly ParsedDocument[]): Generation {
  const paragraphRows: ParagraphRow[] = [];
  const sentenceRows: SpanRow[] = [];
  const chunkRows: SpanRow[] = [];
  const documents = parsed.map(({ document, paragraphs, sentences, chunks }, row): IndexedDocument => {
    const firstParagraph = paragraphRows.length;
    for (const { number, kind, start, end } of paragraphs) {
      const firstSentence = sentenceRows.length;
      const firstChunk = chunkRows.length;
      sentenceRows.push(...sentences.filter(({ paragraph }) => paragraph === number));
      chunkRows.push(...chunks.filter(({ paragraph }) => paragraph === number));
      const ends = { endSentence: sentenceRows.length, endChunk: chunkRows.length };
      paragraphRows.push({ document: row, number, kind, start, end, firstSentence, firstChunk, ...ends });
    }
    return { ...document, length: document.text.length, firstParagraph, endParagraph: paragraphRows.length };
  });
  const searchable = {} as Pick<Generation, 'manifest' | 'vector' | 'vectors' | 'terms'>;
  return {
    ...searchable,
    id,
    documents,
    paragraphCount: paragraphRows.length,
    sentenceCount: sentenceRows.length,
    chunkCount: chunkRows.length,
    paragraph: rowOf(paragraphRows),
    sentence: rowOf(sentenceRows),
    chunk: rowOf(chunkRows),
  };
}
