import type { TimeSlices } from './time-slices.js';

// FNV-1a over the 32-bit words of the numbers.
function hashOf(words: Uint32Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ (words[index] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The bits of a vector. */
function wordsOf(vector: Float32Array): Uint32Array {
  return new Uint32Array(vector.buffer, vector.byteOffset, vector.length);
}

function areEqual(one: Uint32Array, other: Uint32Array, otherStart: number): boolean {
  for (let index = 0; index < one.length; index++) {
    if (one[index] !== other[otherStart + index]) return false;
  }
  return true;
}

/** The vectors of an earlier generation. */
export interface StoredVectors {
  readonly chunkCount: number;
  vector(chunk: number): Float32Array;
}

/**
 * For each vector of `now` the row of `before` that holds the same vector bit for bit, or -1. Each row of `before` is
 * given once, so that a text that stands twice keeps two places. Vectors are compared and not texts because it is the
 * vectors that a graph holds: the same text under another heading may be embedded otherwise.
 *
 * @param now vectors one after the other, `dimensions` numbers each
 */
export async function matchVectors(
  before: StoredVectors,
  now: Float32Array,
  dimensions: number,
  slices: TimeSlices,
): Promise<Int32Array> {
  // Rows with equal hashes form a chain: `firstRows` has the earliest, `nextRows` the one after each.
  const firstRows = new Map<number, number>();
  const nextRows = new Int32Array(before.chunkCount).fill(-1);
  for (let row = before.chunkCount - 1; row >= 0; row--) {
    const hash = hashOf(wordsOf(before.vector(row)), 0, dimensions);
    nextRows[row] = firstRows.get(hash) ?? -1;
    firstRows.set(hash, row);
    if (slices.due()) await slices.pause();
  }

  const nowWords = wordsOf(now);
  const matches = new Int32Array(now.length / dimensions).fill(-1);
  for (let row = 0; row < matches.length; row++) {
    const start = row * dimensions;
    const hash = hashOf(nowWords, start, start + dimensions);
    let earlier = -1;
    let candidate = firstRows.get(hash) ?? -1;
    while (candidate >= 0 && !areEqual(wordsOf(before.vector(candidate)), nowWords, start)) {
      earlier = candidate;
      candidate = nextRows[candidate] ?? -1;
    }
    if (candidate >= 0) {
      matches[row] = candidate;
      // Taken out of its chain: a row is given once, and a line that stands ten thousand times is not walked as often.
      const following = nextRows[candidate] ?? -1;
      if (earlier < 0) firstRows.set(hash, following);
      else nextRows[earlier] = following;
    }
    if (slices.due()) await slices.pause();
  }
  return matches;
}
