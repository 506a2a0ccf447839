import { createHash } from 'node:crypto';
import { EncoderError } from '../errors.js';
import type { Encoder } from './encoder.js';
import { nextTurn } from './next-turn.js';
import type { VectorCache } from './vector-cache.js';
import { keysATurn } from './vector-segment.js';

export interface CachedEmbeddingOptions {
  /** Called with how many texts have their vector, and of how many; cached ones count from the start. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Stops between two batches; whole segments that were written stay. */
  readonly signal?: AbortSignal | undefined;
  /** New vectors in one file of the cache, and so at most lost when the process is killed. */
  readonly vectorsASegment?: number | undefined;
}

/** The key of a text in the cache: SHA-256 of its UTF-8 bytes, hexadecimal. */
export function cacheKeyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Keys of all texts, the first row of each different one (in input order), and how many texts are equal to it. */
async function groupEqual(texts: readonly string[]) {
  const keys: string[] = [];
  const firstRow = new Map<string, number>();
  const copies = new Map<string, number>();
  for (const [row, text] of texts.entries()) {
    if (row % keysATurn === keysATurn - 1) await nextTurn();
    const key = cacheKeyOf(text);
    keys.push(key);
    if (!firstRow.has(key)) firstRow.set(key, row);
    copies.set(key, (copies.get(key) ?? 0) + 1);
  }
  return { keys, firstRow, copies };
}

/**
 * Chunk texts → one matrix, row-major, in input order, unit rows. Only texts that the cache does not know are
 * embedded, equal ones once, and kept as soon as a segment is full: an interrupted run goes on where it was.
 * @throws EncoderError from the encoder or the cache; the signal's reason when it was aborted.
 */
export async function embedWithCache(
  encoder: Encoder,
  cache: VectorCache,
  texts: readonly string[],
  { onProgress, signal, vectorsASegment = 1_000 }: CachedEmbeddingOptions = {},
): Promise<Float32Array> {
  const { dimensions } = encoder.identity;
  if (cache.identity.hash !== encoder.identity.hash || cache.identity.id !== encoder.identity.id) {
    throw new EncoderError(
      `The cache of ${cache.identity.id} cannot serve ${encoder.identity.id}.`,
      'Open the cache with the identity of the encoder.',
    );
  }
  const matrix = new Float32Array(texts.length * dimensions);
  const { keys, firstRow, copies } = await groupEqual(texts);
  const textsWith = (some: readonly string[]): number => some.reduce((sum, key) => sum + (copies.get(key) ?? 0), 0);

  const unknown = new Set(await cache.read(firstRow, matrix));
  // In input order, so that equal inputs make equal batches, and with them equal vectors.
  const missing = [...firstRow.keys()].filter((key) => unknown.has(key));
  let done = texts.length - textsWith(missing);
  onProgress?.(done, texts.length);

  for (let start = 0; start < missing.length; start += vectorsASegment) {
    signal?.throwIfAborted();
    const segment = missing.slice(start, start + vectorsASegment);
    const vectors = await encoder.embedMatrix(
      segment.map((key) => texts[firstRow.get(key) ?? 0] ?? ''),
      // Copies are counted when the segment is whole; until then a bar may lag, never lead.
      { signal, onProgress: (embedded) => onProgress?.(Math.min(done + embedded, texts.length), texts.length) },
    );
    await cache.append(segment, vectors);
    segment.forEach((key, row) => {
      matrix.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), (firstRow.get(key) ?? 0) * dimensions);
    });
    done += textsWith(segment);
    onProgress?.(done, texts.length);
  }
  keys.forEach((key, row) => {
    const first = firstRow.get(key) ?? row;
    if (first !== row) matrix.copyWithin(row * dimensions, first * dimensions, (first + 1) * dimensions);
  });
  return matrix;
}
