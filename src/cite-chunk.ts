import type { Citation, Generation } from './types.js';

/**
 * The citation of one chunk: its words, and where they stand in the text of their document.
 *
 * @param n Its mark, from 1.
 * @param highlight What to show in bold, counted in UTF-16 units from the beginning of the chunk.
 * @throws Error when the generation lacks the document that its own paragraph names.
 */
export function citeChunk(
  generation: Generation,
  chunk: number,
  n: number,
  highlight: readonly [start: number, end: number] | undefined,
): Citation {
  const { paragraph: row, start, end } = generation.chunk(chunk);
  const paragraph = generation.paragraph(row);
  const document = generation.documents[paragraph.document];
  if (document === undefined) throw new Error(`Generation ${generation.id} has no document ${paragraph.document}.`);
  const { title, publisher, date, url } = document.metadata;
  return {
    n,
    document: document.id,
    title,
    publisher,
    date,
    url,
    paragraph: paragraph.number,
    start,
    end,
    quote: document.text.slice(start, end),
    highlight: highlight === undefined ? [] : [start + highlight[0], start + highlight[1]],
  };
}
