import { termsOf } from '../language/terms.js';
import type { WordVectors } from '../language/word-vectors.js';
import type { CosineOf } from './affinities.js';
import type { Candidate } from './read-candidates.js';
import type { Slices } from './slices.js';

/** What a summary is to be about. */
export interface Focus {
  readonly text: string;
  readonly vector: Float32Array;
  /** Cosines of the focus with chunks that nobody chose for it. */
  readonly background: { readonly mean: number; readonly deviation: number };
}

/**
 * From here a sentence meets the focus. 99 % of phrases and 86 % of questions from 25 texts meet a sentence of their own
 * text; of themes foreign to a text ("penguins", "refugees" where there are none) one in 18 does. Phrases of another text
 * do where they share their weightiest words, four in ten.
 */
const leastRelevance = 0.8;
/** From here it is about the focus: where a text has such sentences, what is only near the focus is left out. */
const clearRelevance = 0.9;

/** The relevance that makes a sentence a candidate, given that of all sentences. */
export function relevanceNeeded(relevance: Float64Array): number {
  const best = relevance.reduce((highest, each) => Math.max(highest, each), 0);
  return best < clearRelevance ? leastRelevance : clearRelevance;
}

/** One standard deviation above the background counts as much as a fifth of the focus's words; .15 does as well. */
const deviationWeight = 0.2;
/** Even the commonest word weighs something. */
const leastWeight = 0.2;

/** Of each term how near it comes to each term of the focus, -1 to 1, worked out once. */
function createNearness(terms: readonly string[], words: WordVectors): (term: string) => readonly number[] {
  const rows = terms.map((term) => words.rowOf(term));
  const known = new Map<string, readonly number[]>();
  return (term) => {
    let nearness = known.get(term);
    if (nearness === undefined) {
      const row = words.rowOf(term);
      nearness = terms.map((asked, i) => (asked === term ? 1 : words.similarity(row, rows[i] as number)));
      known.set(term, nearness);
    }
    return nearness;
  };
}

/**
 * How much each candidate is about the focus, in their order, 0 and up. The focus's words, rare ones counting more, both
 * exactly and as far as the nearest word of the candidate reaches (0 to 1, averaged), plus the cosine in standard
 * deviations of the background: phrases from a text against phrases from others, AUROC .974; the cosine alone .83.
 */
export async function focusRelevance(
  candidates: readonly Candidate[],
  vectorOf: (candidate: Candidate) => Float32Array,
  { text, vector, background }: Focus,
  words: WordVectors,
  cosineOf: CosineOf,
  slices: Slices,
): Promise<Float64Array> {
  const asked = [...new Set(termsOf(text))];
  const weights = asked.map((term) => words.rarity(words.rowOf(term)) + leastWeight);
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const nearnessOf = createNearness(asked, words);
  const relevance = new Float64Array(candidates.length);
  for (const [at, candidate] of candidates.entries()) {
    const nearness = termsOf(candidate.text).map(nearnessOf);
    let shared = 0;
    for (const [i, weight] of weights.entries()) {
      const nearest = nearness.reduce((best, each) => Math.max(best, each[i] as number), 0);
      shared += weight * (nearest === 1 ? 1 : nearest / 2);
    }
    const deviations = (cosineOf(vector, vectorOf(candidate)) - background.mean) / background.deviation;
    relevance[at] = Math.max(0, shared / total + deviationWeight * deviations);
    if (slices.due()) await slices.pause();
  }
  return relevance;
}
