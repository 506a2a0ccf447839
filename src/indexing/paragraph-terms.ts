import { type Term, termsWithPlaces } from '../language/terms.js';
import type { Chunk, Paragraph } from '../types.js';
import type { TimeSlices } from './time-slices.js';

// A term never reaches over white space, so a text may be cut there. Without the cut, one paragraph of 50 MB would
// hold the event loop for as long as all its terms take.
const windowLength = 16_384;
const whiteSpace = /\s/g;

/** The terms of a paragraph, as `termsWithPlaces` gives them, read in slices. */
export async function termsOfParagraph(text: string, slices: TimeSlices): Promise<readonly Term[]> {
  if (text.length <= windowLength) return termsWithPlaces(text);
  const terms: Term[] = [];
  for (let start = 0; start < text.length; ) {
    whiteSpace.lastIndex = start + windowLength;
    const end = whiteSpace.exec(text)?.index ?? text.length;
    for (const { term, start: from, end: to } of termsWithPlaces(text.slice(start, end))) {
      terms.push({ term, start: start + from, end: start + to });
    }
    start = end;
    if (slices.due()) await slices.pause();
  }
  return terms;
}

/**
 * For the chunks of one paragraph in order: ids of the terms that lie wholly inside, each once, ascending. The search
 * goes on where the last chunk began, so that a paragraph of a million chunks is read once and not a million times.
 */
export function createChunkReader(paragraph: Paragraph, terms: readonly Term[], ids: readonly number[]) {
  let first = 0;
  return (chunk: Chunk): Uint32Array => {
    const start = chunk.start - paragraph.start;
    const end = chunk.end - paragraph.start;
    while ((terms[first]?.start ?? start) < start) first++;
    const inside = new Set<number>();
    for (let index = first; (terms[index]?.end ?? Infinity) <= end; index++) {
      const id = ids[index];
      if (id !== undefined) inside.add(id);
    }
    return Uint32Array.from(inside).toSorted();
  };
}
