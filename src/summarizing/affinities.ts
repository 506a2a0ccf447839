import type { Slices } from './slices.js';

/** Cosine of two unit vectors. */
export type CosineOf = (a: Float32Array, b: Float32Array) => number;

/** How well one sentence stands for another: 0 (no nearer than any two sentences of the text) to 1 (the same). */
export type AffinityOf = (a: Float32Array, b: Float32Array) => number;

/** Affinities of sentences, a row each, and candidates, a column each. */
export interface Affinities {
  /** Row-major. */
  readonly values: Float32Array;
  readonly columns: number;
}

/** Above this mean every sentence of the text is the same, and what is left of a cosine is rounding. */
const highestMean = 0.99;

/** Sum of vectors; its direction is what they have in common. */
export function sumOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (vector[i] as number);
  }
  return sum;
}

/** Mean cosine over all pairs of two different unit vectors, without looking at the pairs: |Σv|² holds them all. */
function meanCosine(vectors: readonly Float32Array[], cosineOf: CosineOf): number {
  const count = vectors.length;
  if (count < 2) return 0;
  const sum = sumOf(vectors);
  return (cosineOf(sum, sum) - count) / (count * (count - 1));
}

/**
 * Cosines counted from the mean cosine of the text: the vectors of one text are all near to each other (.75 to .79 on
 * average with the shipped encoder), and uncentred everything would stand for everything.
 *
 * @param vectors those of the text's sentences
 */
export function createAffinity(vectors: readonly Float32Array[], cosineOf: CosineOf): AffinityOf {
  const mean = Math.min(highestMean, Math.max(0, meanCosine(vectors, cosineOf)));
  return (a, b) => Math.min(1, Math.max(0, (cosineOf(a, b) - mean) / (1 - mean)));
}

/** Affinities scaled by the candidate's fitness, 0 to 1: a poor point stands less well for everything. */
export async function affinitiesOf(
  sentences: readonly Float32Array[],
  candidates: readonly { readonly vector: Float32Array; readonly fitness: number }[],
  affinityOf: AffinityOf,
  slices: Slices,
): Promise<Affinities> {
  const columns = candidates.length;
  const values = new Float32Array(sentences.length * columns);
  for (const [row, sentence] of sentences.entries()) {
    for (const [column, { vector, fitness }] of candidates.entries()) {
      values[row * columns + column] = fitness * affinityOf(sentence, vector);
    }
    if (slices.due()) await slices.pause();
  }
  return { values, columns };
}
