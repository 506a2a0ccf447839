import { citeChunk } from '../cite-chunk.js';
import type { Citation, Generation } from '../types.js';
import type { Candidate } from './comparison.js';
import type { DecisiveSentence } from './verifier.js';

/** A candidate with the row of its generation that it came from. */
export interface CandidateRow extends Candidate {
  readonly generation: Generation;
  readonly chunk: number;
}

/** The sentences that decide as citations, each after those before it that a reader needs, numbered from `firstMark`. */
export function citationsOf(
  decisive: readonly DecisiveSentence[],
  candidates: readonly CandidateRow[],
  firstMark: number,
): readonly Citation[] {
  const citations: Citation[] = [];
  for (const { candidate, before, highlight } of decisive) {
    const row = candidates[candidate];
    if (row === undefined) continue;
    for (let back = before; back >= 0; back--) {
      const mark = firstMark + citations.length;
      citations.push(citeChunk(row.generation, row.chunk - back, mark, back === 0 ? highlight : undefined));
    }
  }
  return citations;
}
