import type { Citation, Generation, IndexedDocument } from './types.js';

/** Where a quote stands: paragraph from 1, offsets in UTF-16 units of the document's text. */
export interface QuotePlace {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The citation of what stands at one place of a document.
 *
 * @param n Its mark, from 1.
 * @param highlight What to show in bold, counted from the beginning of the quote.
 */
export function citePlace(
  { id, text, metadata }: Pick<IndexedDocument, 'id' | 'text' | 'metadata'>,
  { paragraph, start, end }: QuotePlace,
  n: number,
  highlight?: readonly [start: number, end: number],
): Citation {
  const { title, publisher, date, url } = metadata;
  return {
    n,
    document: id,
    title,
    publisher,
    date,
    url,
    paragraph,
    start,
    end,
    quote: text.slice(start, end),
    highlight: highlight === undefined ? [] : [start + highlight[0], start + highlight[1]],
  };
}

/**
 * The citation of one chunk: its words, and where they stand in the text of their document; `n` and `highlight` as above.
 *
 * @throws Error when the generation lacks the document that its own paragraph names.
 */
export function citeChunk(
  generation: Generation,
  chunk: number,
  n: number,
  highlight?: readonly [start: number, end: number],
): Citation {
  const { paragraph: row, start, end } = generation.chunk(chunk);
  const paragraph = generation.paragraph(row);
  const document = generation.documents[paragraph.document];
  if (document === undefined) throw new Error(`Generation ${generation.id} has no document ${paragraph.document}.`);
  return citePlace(document, { paragraph: paragraph.number, start, end }, n, highlight);
}
