import type { Generation, ParagraphKind } from '../types.js';

/** Starts that point back: without the sentence before, a reader cannot know what is meant. */
const pointsBack =
  /^["'“‘(]*(?:this|that|these|those|it|they|he|she|such|both|without (?:it|them|him|her)|the (?:former|latter)|his|her|their|its|all this|in this case|if this|if so|each of them)\b/iu;

/** "It is important that …", "It can be assumed": the "it" stands for what follows. */
const emptySubject =
  /^["'“‘(]*it\s+(?:is|was|can be|could be|may be|must be|has been|seems|appears|remains to|would be|turns out)\s+(?:\w+ly\s+)?(?:important|possible|impossible|likely|unlikely|clear|unclear|assumed|said|believed|known|necessary|hard|difficult|easy|true|evident|obvious|worth|that|unknown|argued|expected)\b/iu;

export function needsContext(sentence: string): boolean {
  return pointsBack.test(sentence) && !emptySubject.test(sentence);
}

const quotable: ReadonlySet<ParagraphKind> = new Set(['body', 'caption']);

/**
 * The chunk before `chunk` in reading order within its document, promotions and headings passed over; `undefined` at
 * the document's start.
 */
export function chunkBefore(generation: Generation, chunk: number): number | undefined {
  const { document } = generation.paragraph(generation.chunk(chunk).paragraph);
  for (let before = chunk - 1; before >= 0; before--) {
    const paragraph = generation.paragraph(generation.chunk(before).paragraph);
    if (paragraph.document !== document) return undefined;
    if (quotable.has(paragraph.kind)) return before;
  }
  return undefined;
}
