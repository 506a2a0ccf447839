import type { Generation, IndexedDocument, ParagraphRow } from '../types.js';

/** What is to be summarised: the body paragraphs of a document, or of a stretch of it. */
export interface Scope {
  readonly generation: Generation;
  readonly document: IndexedDocument;
  /** In reading order; those without a sentence are left out. */
  readonly paragraphs: readonly ParagraphRow[];
}

function isSummarised({ kind, firstChunk, endChunk }: ParagraphRow): boolean {
  return kind === 'body' && endChunk > firstChunk;
}

/** Whether there is anything to summarise. */
export function hasBody(generation: Generation, { firstParagraph, endParagraph }: IndexedDocument): boolean {
  for (let row = firstParagraph; row < endParagraph; row++) if (isSummarised(generation.paragraph(row))) return true;
  return false;
}

/** @param range first and last paragraph by number, both inclusive; `null` for the whole document */
export function scopeOf(
  generation: Generation,
  document: IndexedDocument,
  range: readonly [first: number, last: number] | null,
): Scope {
  const paragraphs: ParagraphRow[] = [];
  for (let row = document.firstParagraph; row < document.endParagraph; row++) {
    const paragraph = generation.paragraph(row);
    const isInside = range === null || (paragraph.number >= range[0] && paragraph.number <= range[1]);
    if (isInside && isSummarised(paragraph)) paragraphs.push(paragraph);
  }
  return { generation, document, paragraphs };
}
