import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinOut } from '#src/summarizing/thin-out.js';

describe('thinning out', () => {
  it('leaves a short list as it is', () => {
    expect(thinOut([3, 1, 2], 3)).toEqual([3, 1, 2]);
  });

  it('keeps the best of each stretch, the first of equals', () => {
    expect(thinOut([1, 5, 5, 2, 9, 8], 2, (number) => number)).toEqual([5, 9]);
    expect(thinOut(['a', 'b', 'c', 'd'], 2)).toEqual(['a', 'c']);
  });

  it('keeps the order, the best of all, and never more than the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (numbers, limit) => {
          const items = numbers.map((score, place) => ({ score, place }));
          const kept = thinOut(items, limit, ({ score }) => score);
          expect(kept).toHaveLength(Math.min(limit, items.length));
          expect(kept.map(({ place }) => place)).toEqual(kept.map(({ place }) => place).toSorted((a, b) => a - b));
          expect(new Set(kept).size).toBe(kept.length);
          expect(Math.max(...kept.map(({ score }) => score))).toBe(Math.max(...numbers));
        },
      ),
    );
  });
});
