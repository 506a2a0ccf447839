import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highestRows } from '#src/retrieval/highest-rows.js';

/** Sorts everything: what the heap must agree with. */
function sortedRows(rows: readonly number[], scores: Float32Array, limit: number): readonly number[] {
  return rows.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, limit);
}

describe('the highest rows', () => {
  it('come highest first, equal scores in row order', () => {
    const scores = Float32Array.from([0, 2, 5, 2, 5, 1]);
    expect(highestRows(Uint32Array.from([5, 4, 3, 2, 1]), scores, 3)).toEqual([2, 4, 1]);
  });

  it('are all of them when there are fewer than the limit, and none at limit 0', () => {
    const scores = Float32Array.from([3, 1, 2]);
    expect(highestRows(Uint32Array.from([0, 1, 2]), scores, 10)).toEqual([0, 2, 1]);
    expect(highestRows(Uint32Array.from([0, 1, 2]), scores, 0)).toEqual([]);
    expect(highestRows(new Uint32Array(), scores, 10)).toEqual([]);
  });

  it('are those that sorting everything gives, ties included, in whatever order the rows come', () => {
    const scored = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        scored.chain((values) =>
          fc.record({
            values: fc.constant(values),
            rows: fc.shuffledSubarray(values.map((_, row) => row)),
            limit: fc.integer({ min: 0, max: 70 }),
          }),
        ),
        ({ values, rows, limit }) => {
          const scores = Float32Array.from(values);
          expect(highestRows(Uint32Array.from(rows), scores, limit)).toEqual(sortedRows(rows, scores, limit));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
