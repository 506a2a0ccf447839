import { termsOf } from '../language/terms.js';
import type { TimeSlices } from './time-slices.js';

// A term never reaches over white space, so a text may be cut there. Without the cut, one paragraph of 50 MB would
// hold the event loop for as long as all its terms take.
const windowLength = 16_384;
const whiteSpace = /\s/g;

/** The terms of a paragraph, as `termsOf` gives them, read in slices. */
export async function termsOfParagraph(text: string, slices: TimeSlices): Promise<readonly string[]> {
  if (text.length <= windowLength) return termsOf(text);
  const terms: string[] = [];
  for (let start = 0; start < text.length; ) {
    whiteSpace.lastIndex = start + windowLength;
    const end = whiteSpace.exec(text)?.index ?? text.length;
    terms.push(...termsOf(text.slice(start, end)));
    start = end;
    if (slices.due()) await slices.pause();
  }
  return terms;
}
