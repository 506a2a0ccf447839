import { type ChunkReading, createChunkReader } from '#src/answering/chunk-reading.js';
import type { WordVectors } from '#src/language/word-vectors.js';
import type { Generation } from '#src/types.js';

/** Word vectors that know three words: "truce" is like "ceasefire", "apple" like neither; `rarity` is a half. */
export const fewWords: WordVectors = {
  dimensions: 2,
  rowOf: (term) => ['truce', 'ceasefir', 'appl'].indexOf(term),
  similarity: (a, b) => (a < 0 || b < 0 ? 0 : a === b ? 1 : a + b === 1 ? 0.8 : -0.1),
  rarity: (row) => (row < 0 ? 1 : 0.5),
};

/** A text as the chunk reader reads it: the only chunk of a document of its own. */
export function readText(text: string, words: WordVectors = fewWords): ChunkReading {
  const generation = {
    documents: [{ text }],
    paragraph: () => ({ document: 0 }),
    chunk: () => ({ paragraph: 0, start: 0, end: text.length }),
  } as unknown as Generation;
  return createChunkReader(words)(generation, 0);
}
