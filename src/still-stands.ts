import type { Citation, Generation, IndexedDocument, ParagraphKind, ParagraphRow } from './types.js';

const quotable: ReadonlySet<ParagraphKind> = new Set(['body', 'caption', 'notice']);

/** The first row from `first` on, before `end`, of which `isThere` holds; it holds of all rows after one of which it does. */
function firstRow(first: number, end: number, isThere: (row: number) => boolean): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isThere(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The rows of sentences or of chunks of a paragraph. */
interface Rows {
  readonly first: number;
  readonly end: number;
  at(row: number): { readonly start: number; readonly end: number };
}

function isBegin({ first, end, at }: Rows, offset: number): boolean {
  const row = firstRow(first, end, (candidate) => at(candidate).start >= offset);
  return row < end && at(row).start === offset;
}

function isEnd({ first, end, at }: Rows, offset: number): boolean {
  const row = firstRow(first, end, (candidate) => at(candidate).end >= offset);
  return row < end && at(row).end === offset;
}

/**
 * Whether a stretch begins and ends where sentences do, or parts of long ones that are searched alone: the end of "Nobody
 * says that Paris is ours." is not what somebody said who is quoted with "Paris is ours."
 */
function isWhole(generation: Generation, paragraph: ParagraphRow, start: number, end: number): boolean {
  const kinds: readonly Rows[] = [
    { first: paragraph.firstSentence, end: paragraph.endSentence, at: (row) => generation.sentence(row) },
    { first: paragraph.firstChunk, end: paragraph.endChunk, at: (row) => generation.chunk(row) },
  ];
  return kinds.some((rows) => isBegin(rows, start)) && kinds.some((rows) => isEnd(rows, end));
}

/** The paragraph in which a document has these whole sentences at this place; `undefined` when it has not. */
function paragraphAt(
  generation: Generation,
  { firstParagraph, endParagraph }: IndexedDocument,
  start: number,
  end: number,
): ParagraphRow | undefined {
  const row = firstRow(firstParagraph, endParagraph, (candidate) => generation.paragraph(candidate).end >= end);
  const paragraph = row < endParagraph ? generation.paragraph(row) : undefined;
  if (paragraph === undefined || start < paragraph.start || !quotable.has(paragraph.kind)) return undefined;
  return isWhole(generation, paragraph, start, end) ? paragraph : undefined;
}

function placed(citation: Citation, { number }: ParagraphRow, start: number): Citation {
  if (start === citation.start && number === citation.paragraph) return citation;
  const [from, to] = citation.highlight;
  const by = start - citation.start;
  return {
    ...citation,
    paragraph: number,
    start,
    end: citation.end + by,
    highlight: from === undefined || to === undefined ? [] : [from + by, to + by],
  };
}

/** The place nearest to the old one where the document has the quote. */
function placeIn(generation: Generation, document: IndexedDocument, citation: Citation): Citation | null {
  const { text } = document;
  const { quote, start: before } = citation;
  if (text.startsWith(quote, before)) {
    const paragraph = paragraphAt(generation, document, before, before + quote.length);
    if (paragraph !== undefined) return placed(citation, paragraph, before);
  }
  let nearest: Citation | null = null;
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const isNearer = nearest === null || Math.abs(start - before) < Math.abs(nearest.start - before);
    // What follows lies farther still.
    if (!isNearer) break;
    const paragraph = paragraphAt(generation, document, start, start + quote.length);
    if (paragraph !== undefined) nearest = placed(citation, paragraph, start);
  }
  return nearest;
}

/**
 * Where a citation stands in these generations: its document is there and has the quote, word for word, as whole
 * sentences that may be quoted. The citation itself where nothing moved, one with the new place where the document has
 * the quote elsewhere (nearest to the old place), `null` where it no longer has it.
 */
export function standingPlace(citation: Citation, generations: readonly Generation[]): Citation | null {
  if (citation.quote === '') return null;
  for (const generation of generations) {
    const document = generation.documents.find(({ id }) => id === citation.document);
    if (document !== undefined) return placeIn(generation, document, citation);
  }
  return null;
}
