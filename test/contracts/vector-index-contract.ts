import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Neighbour, VectorIndex } from '#src/types.js';

/** What a vector index under contract is made from: unit vectors one after the other. */
export interface VectorIndexCase {
  readonly vectors: Float32Array;
  readonly dimensions: number;
}

export interface VectorIndexContract {
  readonly name: string;
  build(vectorCase: VectorIndexCase): Promise<VectorIndex>;
  /** Share of the true ten nearest that it has to find, 1 for an index without error. */
  readonly recall: number;
}

/** Cosines of every vector with the question, sorted: as simple as can be, to compare with. */
function naiveSearch({ vectors, dimensions }: VectorIndexCase, question: Float32Array, limit: number): Neighbour[] {
  const all: Neighbour[] = [];
  for (let chunk = 0; chunk < vectors.length / dimensions; chunk++) {
    let similarity = 0;
    for (let at = 0; at < dimensions; at++) similarity += (vectors[chunk * dimensions + at] ?? 0) * (question[at] ?? 0);
    all.push({ chunk, similarity });
  }
  return all.toSorted((one, other) => other.similarity - one.similarity || one.chunk - other.chunk).slice(0, limit);
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}

const dimensions = 8;
const direction = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: dimensions, maxLength: dimensions })
  .filter((values) => values.some((value) => value !== 0))
  .map(unit);

function joined(vectors: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(vectors.length * dimensions);
  for (const [row, vector] of vectors.entries()) all.set(vector, row * dimensions);
  return all;
}

/** The suite that every VectorIndex passes. */
export function vectorIndexContract({ name, build, recall }: VectorIndexContract): void {
  describe(`${name} keeps the contract of a vector index`, () => {
    const cases = fc.record({
      stored: fc.array(direction, { minLength: 1, maxLength: 60 }),
      question: direction,
      limit: fc.integer({ min: 1, max: 80 }),
    });

    it('gives as many neighbours as were asked for, or all', async () => {
      await fc.assert(
        fc.asyncProperty(cases, async ({ stored, question, limit }) => {
          const index = await build({ vectors: joined(stored), dimensions });
          expect(index.size).toBe(stored.length);
          expect(index.dimensions).toBe(dimensions);
          const found = index.search(question, limit);
          expect(found).toHaveLength(Math.min(limit, stored.length));
          expect(new Set(found.map(({ chunk }) => chunk)).size).toBe(found.length);
        }),
        { numRuns: 60 },
      );
    });

    it('gives the cosine of each neighbour, nearest first, equal ones in row order', async () => {
      await fc.assert(
        fc.asyncProperty(cases, async ({ stored, question, limit }) => {
          const vectors = joined(stored);
          const index = await build({ vectors, dimensions });
          const found = index.search(question, limit);
          const cosines = new Map(
            naiveSearch({ vectors, dimensions }, question, stored.length).map(({ chunk, similarity }) => [
              chunk,
              similarity,
            ]),
          );
          for (const [rank, { chunk, similarity }] of found.entries()) {
            expect(similarity).toBeCloseTo(cosines.get(chunk) ?? Number.NaN, 5);
            const before = found[rank - 1];
            if (before === undefined) continue;
            expect(before.similarity).toBeGreaterThanOrEqual(similarity);
            if (before.similarity === similarity) expect(before.chunk).toBeLessThan(chunk);
          }
        }),
        { numRuns: 60 },
      );
    });

    it('finds every vector when asked for all', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(direction, { minLength: 1, maxLength: 60 }), direction, async (stored, question) => {
          const vectors = joined(stored);
          const index = await build({ vectors, dimensions });
          const rows = index.search(question, stored.length).map(({ chunk }) => chunk);
          expect(rows.toSorted((one, other) => one - other)).toEqual(stored.map((_, row) => row));
        }),
        { numRuns: 40 },
      );
    });

    it('finds a text that stands there many times', async () => {
      const same = unit([1, 2, 3, 4, 5, 6, 7, 8]);
      const vectors = joined(Array.from({ length: 300 }, () => same));
      const found = (await build({ vectors, dimensions })).search(same, 20);
      expect(found).toHaveLength(20);
      for (const { similarity } of found) expect(similarity).toBeCloseTo(1, 5);
    });

    it('is empty over nothing', async () => {
      const index = await build({ vectors: new Float32Array(0), dimensions });
      expect(index.size).toBe(0);
      expect(index.search(unit([1, 0, 0, 0, 0, 0, 0, 0]), 10)).toEqual([]);
    });

    it(`finds at least ${recall} of the true ten nearest`, async () => {
      const random = fc.sample(direction, { numRuns: 1550, seed: 5 });
      const vectors = joined(random.slice(0, 1500));
      const index = await build({ vectors, dimensions });
      let shares = 0;
      const questions = random.slice(1500);
      for (const question of questions) {
        const worst = naiveSearch({ vectors, dimensions }, question, 10).at(-1)?.similarity ?? 1;
        shares += index.search(question, 10).filter(({ similarity }) => similarity >= worst - 1e-5).length / 10;
      }
      expect(shares / questions.length).toBeGreaterThanOrEqual(recall);
    });
  });
}
