import { describe, expect, it } from 'vitest';
import { backgroundOf, dotProduct } from '#src/retrieval/background.js';
import type { Generation } from '#src/types.js';

/** Only what the background looks at: one-dimensional "vectors", so that a cosine is the number itself. */
function chunksWith(similarities: readonly number[]): Generation & { readonly read: number[] } {
  const read: number[] = [];
  return {
    read,
    chunkCount: similarities.length,
    vector: (chunk: number) => {
      read.push(chunk);
      const value = similarities[chunk];
      if (value === undefined) throw new RangeError(`no chunk ${chunk}`);
      return Float32Array.of(value);
    },
  } as unknown as Generation & { readonly read: number[] };
}

const question = Float32Array.of(1);

describe('the background of a question', () => {
  it('is the mean and deviation of its similarity to the chunks', () => {
    const { mean, deviation } = backgroundOf(question, [chunksWith([0.25, 0.75, 0.5, 0.5])]);
    expect(mean).toBeCloseTo(0.5, 6);
    expect(deviation).toBeCloseTo(Math.sqrt(0.125 / 4), 6);
  });

  it('takes several generations together', () => {
    const together = backgroundOf(question, [chunksWith([0.25, 0.75]), chunksWith([0.5, 0.5])]);
    expect(together).toEqual(backgroundOf(question, [chunksWith([0.25, 0.75, 0.5, 0.5])]));
  });

  it('looks at a few hundred evenly spaced chunks of a large one', () => {
    const large = chunksWith(Array.from({ length: 100_000 }, (_, row) => row / 100_000));
    const { mean, deviation } = backgroundOf(question, [large]);
    expect(large.read.length).toBeLessThanOrEqual(300);
    expect(new Set(large.read).size).toBe(large.read.length);
    expect(mean).toBeCloseTo(0.5, 1);
    expect(deviation).toBeCloseTo(1 / Math.sqrt(12), 2);
  });

  it('is the same whenever it is asked for, and whatever the generation was searched with in between', () => {
    const [rising, falling] = [
      Array.from({ length: 1_000 }, (_, row) => row / 1_000),
      Array.from({ length: 700 }, (_, row) => -row / 700),
    ];
    const [large, other] = [chunksWith(rising), chunksWith(falling)];
    const alone = backgroundOf(question, [large]);
    const together = backgroundOf(question, [large, other]);
    expect(together).toEqual(backgroundOf(question, [chunksWith(rising), chunksWith(falling)]));
    expect(backgroundOf(question, [large])).toEqual(alone);
    expect(backgroundOf(Float32Array.of(-1), [large]).mean).toBeCloseTo(-alone.mean, 12);
  });

  it('fetches the vectors of a generation once', () => {
    const large = chunksWith(Array.from({ length: 1_000 }, (_, row) => row / 1_000));
    backgroundOf(question, [large]);
    const fetched = large.read.length;
    backgroundOf(question, [large]);
    expect(large.read).toHaveLength(fetched);
  });

  it('never has a deviation that a score could not be divided by', () => {
    for (const generations of [[], [chunksWith([])], [chunksWith([0.8])], [chunksWith([0.8, 0.8, 0.8])]]) {
      const { mean, deviation } = backgroundOf(question, generations);
      expect(deviation).toBeGreaterThan(0);
      expect(Number.isFinite(mean)).toBe(true);
    }
  });
});

describe('the dot product', () => {
  it('adds the products, place by place', () => {
    expect(dotProduct(Float32Array.of(1, 2, 3), Float32Array.of(4, -5, 6))).toBe(12);
    expect(dotProduct(new Float32Array(), new Float32Array())).toBe(0);
  });
});
