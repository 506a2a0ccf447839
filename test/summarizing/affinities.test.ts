import { describe, expect, it } from 'vitest';
import { affinitiesOf, createAffinity } from '#src/summarizing/affinities.js';
import { unitVectors } from '../indexing/made-up-documents.js';

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, number, place) => sum + number * (b[place] ?? 0), 0);
}

function vectorsOf(count: number, dimensions: number): readonly Float32Array[] {
  const matrix = unitVectors(count, dimensions, 5, 3);
  return Array.from({ length: count }, (_, row) => matrix.subarray(row * dimensions, (row + 1) * dimensions));
}

const noSlices = { due: () => false, pause: async () => {} };

describe('the affinity of two sentences', () => {
  const vectors = vectorsOf(12, 16);
  const affinity = createAffinity(vectors, cosine);

  it('is what is left of their cosine above the mean of all pairs', () => {
    const pairs = vectors.flatMap((a, row) => vectors.slice(row + 1).map((b) => cosine(a, b)));
    const mean = Math.max(0, pairs.reduce((sum, each) => sum + each, 0) / pairs.length);
    for (const a of vectors) {
      for (const b of vectors) {
        expect(affinity(a, b)).toBeCloseTo(Math.min(1, Math.max(0, (cosine(a, b) - mean) / (1 - mean))), 5);
      }
    }
  });

  it('is 1 for the same sentence, also in a text of one sentence or of many equal ones', () => {
    const [only = new Float32Array()] = vectors;
    expect(createAffinity([only], cosine)(only, only)).toBeCloseTo(1, 5);
    expect(createAffinity([only, only, only], cosine)(only, only)).toBeCloseTo(1, 3);
    expect(createAffinity([], cosine)(only, only)).toBeCloseTo(1, 5);
  });

  it('is scaled by how well a candidate serves as a point', async () => {
    const [first = new Float32Array(), second = new Float32Array()] = vectors;
    const { values, columns } = await affinitiesOf(
      [first, second],
      [
        { vector: first, fitness: 1 },
        { vector: first, fitness: 0.5 },
      ],
      affinity,
      noSlices,
    );
    expect(columns).toBe(2);
    expect([...values].map((value) => Number(value.toFixed(5)))).toEqual(
      [1, 0.5, affinity(second, first), affinity(second, first) / 2].map((value) => Number(value.toFixed(5))),
    );
  });
});
