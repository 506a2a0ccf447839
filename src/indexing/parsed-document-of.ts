import type { Generation, ParsedDocument, SpanRow } from '../types.js';

function rows(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

/**
 * A document of a generation taken apart again, equal to what the generation was built from: an unchanged document is
 * indexed anew without reading its file.
 *
 * @param documentRow place in `generation.documents`
 */
export function parsedDocumentOf(generation: Generation, documentRow: number): ParsedDocument {
  const indexed = generation.documents[documentRow];
  if (indexed === undefined) throw new RangeError(`There is no document row ${documentRow}.`);
  const { id, metadata, source, text } = indexed;
  const paragraphs = rows(indexed.firstParagraph, indexed.endParagraph).map((row) => generation.paragraph(row));
  const span = ({ start, end }: Pick<SpanRow, 'start' | 'end'>, paragraph: number) => ({
    paragraph,
    start,
    end,
    text: text.slice(start, end),
  });
  return {
    document: { id, metadata, text, source },
    paragraphs: paragraphs.map(({ number, kind, start, end }) => ({
      number,
      kind,
      start,
      end,
      text: text.slice(start, end),
    })),
    sentences: paragraphs.flatMap(({ number, firstSentence, endSentence }) =>
      rows(firstSentence, endSentence).map((row) => span(generation.sentence(row), number)),
    ),
    chunks: paragraphs.flatMap(({ number, firstChunk, endChunk }) =>
      rows(firstChunk, endChunk).map((row) => span(generation.chunk(row), number)),
    ),
  };
}
