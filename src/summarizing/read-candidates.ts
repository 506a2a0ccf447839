import type { ParagraphRow } from '../types.js';
import type { Scope } from './scope.js';
import type { Slices } from './slices.js';
import { type Standing, standingOf } from './standing.js';
import { topicTermsOf } from './topic-terms.js';

/** A sentence that may become a point: a chunk, which is one sentence or a short one with its neighbour. */
export interface Candidate {
  /** Its row in the generation. */
  readonly chunk: number;
  /** Number of its paragraph. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly standing: Standing;
}

/** Whether the stretch begins where a sentence begins and ends where one ends: parts of very long ones do not. */
function isWhole({ generation }: Scope, paragraph: ParagraphRow, start: number, end: number): boolean {
  let begins = false;
  for (let row = paragraph.firstSentence; row < paragraph.endSentence; row++) {
    const sentence = generation.sentence(row);
    if (sentence.start === start) begins = true;
    if (sentence.end === end) return begins;
    if (sentence.start > start && !begins) return false;
  }
  return false;
}

/** Every sentence of the scope in reading order, with how well it reads by itself. */
export async function readCandidates(scope: Scope, slices: Slices): Promise<readonly Candidate[]> {
  const { generation, document, paragraphs } = scope;
  const topics = await topicTermsOf(scope, slices);
  const isKnown = (term: string): boolean => topics.has(term);
  const candidates: Candidate[] = [];
  for (const paragraph of paragraphs) {
    for (let chunk = paragraph.firstChunk; chunk < paragraph.endChunk; chunk++) {
      const { start, end } = generation.chunk(chunk);
      const text = document.text.slice(start, end);
      const read = standingOf(text, isKnown);
      const standing = read === 'unfit' || isWhole(scope, paragraph, start, end) ? read : 'dependent';
      candidates.push({ chunk, paragraph: paragraph.number, start, end, text, standing });
      if (slices.due()) await slices.pause();
    }
  }
  return candidates;
}
