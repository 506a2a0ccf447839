import type { Generation } from '../types.js';

/** How similar a question is to chunks that nobody chose for it. */
export interface Background {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Chunks looked at to learn what "unrelated" means for one question. 256 keep the standard error of the deviation
 * under 5 % and cost about 0.05 ms at 384 dimensions.
 */
const sampleSize = 256;

/** Cosines of one encoder never spread less than this; guards the division in a collection of one chunk. */
const smallestDeviation = 0.005;

export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Evenly spaced vectors of a generation, one after the other: read where they stand, each would be fetched on its own. */
interface Sample {
  readonly step: number;
  readonly rows: readonly Float32Array[];
}

const samples = new WeakMap<Generation, Sample>();

/** Every `step`-th vector; kept for as long as the generation is in use and searched with the same others. */
function sampleOf(generation: Generation, step: number): readonly Float32Array[] {
  const known = samples.get(generation);
  if (known?.step === step) return known.rows;
  const chosen: Float32Array[] = [];
  for (let at = 0; at < generation.chunkCount; at += step) chosen.push(generation.vector(Math.floor(at)));
  const dimensions = chosen[0]?.length ?? 0;
  const copy = new Float32Array(chosen.length * dimensions);
  const rows = chosen.map((vector, row) => {
    copy.set(vector, row * dimensions);
    return copy.subarray(row * dimensions, (row + 1) * dimensions);
  });
  samples.set(generation, { step, rows });
  return rows;
}

/** Mean and deviation of the question's cosine over evenly spaced chunks of the generations, taken together. */
export function backgroundOf(vector: Float32Array, generations: readonly Generation[]): Background {
  const chunks = generations.reduce((sum, generation) => sum + generation.chunkCount, 0);
  const step = Math.max(1, chunks / sampleSize);
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (const generation of generations) {
    for (const row of sampleOf(generation, step)) {
      const similarity = dotProduct(vector, row);
      count += 1;
      sum += similarity;
      squares += similarity * similarity;
    }
  }
  if (count === 0) return { mean: 0, deviation: smallestDeviation };
  const mean = sum / count;
  return { mean, deviation: Math.max(smallestDeviation, Math.sqrt(Math.max(0, squares / count - mean * mean))) };
}
