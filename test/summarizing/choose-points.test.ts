import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, choosePoints } from '#src/summarizing/choose-points.js';

const noSlices = { due: () => false, pause: async () => {} };
const anyMayJoin = (): boolean => true;
const firstTwoApart = (candidate: number, chosen: readonly number[]): boolean => candidate !== 1 || !chosen.includes(0);
const paragraphReward = 0.6;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The value that the docstring of choosePoints defines, as naively as it can be worked out. */
function valueOfSummary(points: readonly number[], choice: Choice): number {
  const { affinities, weights, worth, paragraphs, paragraphCount } = choice;
  const stoodFor = [...weights].map(
    (weight, row) =>
      weight * Math.max(0, ...points.map((point) => affinities.values[row * affinities.columns + point] ?? 0)),
  );
  const rewards = [...new Set(points.map((point) => paragraphs[point]))].map((paragraph) =>
    Math.sqrt(sum(points.filter((point) => paragraphs[point] === paragraph).map((point) => worth[point] ?? 0))),
  );
  return sum(stoodFor) / (sum([...weights]) || 1) + (paragraphReward * sum(rewards)) / Math.max(1, paragraphCount);
}

function subsets(columns: number, size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return subsets(columns, size - 1).flatMap((subset) =>
    Array.from({ length: columns - 1 - (subset.at(-1) ?? -1) }, (_, more) => [
      ...subset,
      (subset.at(-1) ?? -1) + 1 + more,
    ]),
  );
}

const unit = fc.integer({ min: 0, max: 100 }).map((number) => number / 100);
const choices: fc.Arbitrary<Choice> = fc
  .record({ rows: fc.integer({ min: 1, max: 8 }), columns: fc.integer({ min: 1, max: 8 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      values: fc.array(unit, { minLength: rows * columns, maxLength: rows * columns }),
      weights: fc.array(unit, { minLength: rows, maxLength: rows }),
      worth: fc.array(unit, { minLength: columns, maxLength: columns }),
      paragraphs: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: columns, maxLength: columns }),
      columns: fc.constant(columns),
    }),
  )
  .map(({ values, weights, worth, paragraphs, columns }) => ({
    affinities: { values: Float32Array.from(values), columns },
    weights: Float64Array.from(weights),
    worth: Float64Array.from(worth),
    paragraphs,
    paragraphCount: 4,
  }));

describe('the points of a summary', () => {
  it('are worth at least 1 - 1/e of the best ones there are', async () => {
    await fc.assert(
      fc.asyncProperty(choices, fc.integer({ min: 1, max: 3 }), async (choice, count) => {
        const chosen = await choosePoints(choice, count, anyMayJoin, noSlices);
        const best = Math.max(
          ...subsets(choice.affinities.columns, Math.min(count, choice.affinities.columns)).map((points) =>
            valueOfSummary(points, choice),
          ),
        );
        expect(valueOfSummary(chosen, choice)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9);
      }),
    );
  });

  it('are each the one that adds most to those before', async () => {
    await fc.assert(
      fc.asyncProperty(choices, async (choice) => {
        const chosen = await choosePoints(choice, 4, anyMayJoin, noSlices);
        for (const [place, point] of chosen.entries()) {
          const before = chosen.slice(0, place);
          const most = Math.max(
            ...Array.from({ length: choice.affinities.columns }, (_, candidate) =>
              before.includes(candidate) ? 0 : valueOfSummary([...before, candidate], choice),
            ),
          );
          expect(valueOfSummary([...before, point], choice)).toBeCloseTo(most, 9);
        }
      }),
    );
  });

  it('come from different paragraphs when they say equally much', async () => {
    const choice: Choice = {
      affinities: { values: new Float32Array(9).fill(0.5), columns: 3 },
      weights: new Float64Array(3).fill(1),
      worth: new Float64Array(3).fill(1),
      paragraphs: [1, 1, 2],
      paragraphCount: 2,
    };
    expect(await choosePoints(choice, 2, anyMayJoin, noSlices)).toEqual([0, 2]);
  });

  it('leave out what may not join the others, and end when nothing is left', async () => {
    const choice: Choice = {
      affinities: { values: Float32Array.from([1, 0.9, 0, 0, 0, 1]), columns: 3 },
      weights: new Float64Array(2).fill(1),
      worth: new Float64Array(3).fill(1),
      paragraphs: [1, 2, 3],
      paragraphCount: 3,
    };
    expect(await choosePoints(choice, 3, firstTwoApart, noSlices)).toEqual([0, 2]);
    expect(await choosePoints(choice, 9, anyMayJoin, noSlices)).toHaveLength(3);
    const none = { ...choice, affinities: { values: new Float32Array(0), columns: 0 }, weights: new Float64Array(0) };
    expect(
      await choosePoints({ ...none, worth: new Float64Array(0), paragraphs: [] }, 3, anyMayJoin, noSlices),
    ).toEqual([]);
  });

  it('let the event loop turn when their slice is used up', async () => {
    let pauses = 0;
    const choice: Choice = {
      affinities: { values: new Float32Array(40).fill(0.1), columns: 4 },
      weights: new Float64Array(10).fill(1),
      worth: new Float64Array(4).fill(1),
      paragraphs: [1, 2, 3, 4],
      paragraphCount: 4,
    };
    const slices = {
      due: () => true,
      pause: async () => {
        pauses += 1;
      },
    };
    await choosePoints(choice, 2, anyMayJoin, slices);
    expect(pauses).toBe(20);
  });
});
