import type { Candidate } from '../comparison.js';

/** A passage that a model was given, sentence by sentence in reading order. */
export interface GivenPassage {
  readonly n: number;
  readonly sentences: readonly Candidate[];
}

/** A sentence of a passage that a written one rests on. */
export interface Support {
  readonly passage: number;
  /** Its place among the passage's sentences. */
  readonly sentence: number;
}

export function samePlace(one: Support, other: Support): boolean {
  return one.passage === other.passage && one.sentence === other.sentence;
}
