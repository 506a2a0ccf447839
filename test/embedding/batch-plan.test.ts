import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBatches } from '#src/embedding/batch-plan.js';

const limits = { maximumTexts: 8, maximumTokens: 100 };
const lengths = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 200 });

describe('a plan of batches', () => {
  it('has every text exactly once', () => {
    fc.assert(
      fc.property(lengths, (all) => {
        const positions = planBatches(all, limits).flat();
        expect(positions.toSorted((a, b) => a - b)).toEqual(all.map((_, position) => position));
      }),
    );
  });

  it('keeps both limits, except that a text above them goes alone', () => {
    fc.assert(
      fc.property(lengths, (all) => {
        for (const batch of planBatches(all, limits)) {
          const padded = Math.max(...batch.map((position) => all[position] ?? 0)) * batch.length;
          expect(batch.length).toBeLessThanOrEqual(limits.maximumTexts);
          expect(batch.length === 1 || padded <= limits.maximumTokens).toBe(true);
        }
      }),
    );
  });

  it('goes from short to long, so that neighbours are of one length', () => {
    fc.assert(
      fc.property(lengths, (all) => {
        const inOrder = planBatches(all, limits)
          .flat()
          .map((position) => all[position] ?? 0);
        expect(inOrder).toEqual(all.toSorted((a, b) => a - b));
      }),
    );
  });

  it('fills a batch before it begins another', () => {
    expect(planBatches([10, 10, 10, 10, 10, 10, 10, 10, 10], limits).map((batch) => batch.length)).toEqual([8, 1]);
    expect(planBatches([60, 60, 40], limits).map((batch) => batch.length)).toEqual([1, 1, 1]);
    expect(planBatches([50, 50, 40], limits).map((batch) => batch.length)).toEqual([2, 1]);
  });
});
