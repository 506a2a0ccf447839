import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLink } from '#src/clustering/average-link.js';

const never = { due: () => false, pause: async () => undefined };

/** Symmetric similarities of up to 20 things, coarse enough for many ties. */
const things = fc.integer({ min: 0, max: 20 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    halves: fc.array(fc.integer({ min: -8, max: 8 }), { minLength: count * count, maxLength: count * count }),
    joinFrom: fc.integer({ min: -9, max: 9 }).map((eighths) => eighths / 8),
  }),
);

function symmetric(halves: readonly number[], count: number): Float32Array {
  return Float32Array.from(halves, (_, at) => {
    const [row, column] = [Math.floor(at / count), at % count].toSorted((a, b) => a - b);
    return (halves[(row ?? 0) * count + (column ?? 0)] ?? 0) / 8;
  });
}

/** By the definition: every pair of groups, its mean from all pairs of things, again after each join. */
function naive(similarities: Float32Array, count: number, joinFrom: number): readonly (readonly number[])[] {
  let groups: readonly (readonly number[])[] = Array.from({ length: count }, (_, row) => [row]);
  const mean = (one: readonly number[], other: readonly number[]): number => {
    const all = one.flatMap((row) => other.map((column) => similarities[row * count + column] ?? 0));
    return all.reduce((sum, value) => sum + value, 0) / all.length;
  };
  for (;;) {
    const pairs = groups.flatMap((one, i) =>
      groups.slice(i + 1).map((other) => ({ one, other, by: mean(one, other) })),
    );
    const best = Math.max(...pairs.map(({ by }) => by));
    const pair = pairs.find(({ by }) => by >= best - 1e-9);
    if (pair === undefined || best < joinFrom) return groups;
    const joined = [...pair.one, ...pair.other].toSorted((a, b) => a - b);
    groups = groups.flatMap((group) => (group === pair.one ? [joined] : group === pair.other ? [] : [group]));
  }
}

const meansOf = (groups: readonly (readonly number[])[], matrix: Float32Array, count: number): readonly number[] =>
  groups.flatMap((one, i) =>
    groups.slice(i + 1).map((other) => {
      const all = one.flatMap((row) => other.map((column) => matrix[row * count + column] ?? 0));
      return all.reduce((sum, value) => sum + value, 0) / all.length;
    }),
  );

describe('groups by average link', () => {
  it('hold everything once, and no two of them are alike enough to be one', async () => {
    await fc.assert(
      fc.asyncProperty(things, async ({ count, halves, joinFrom }) => {
        const matrix = symmetric(halves, count);
        const groups = await averageLink({ similarities: matrix.slice(), count, joinFrom, turns: never });
        expect(groups.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, row) => row));
        for (const mean of meansOf(groups, matrix, count)) expect(mean).toBeLessThan(joinFrom + 1e-5);
      }),
    );
  });

  it('are what the definition gives, where no two pairs are equally alike', async () => {
    await fc.assert(
      fc.asyncProperty(things, fc.integer(), async ({ count, halves, joinFrom }, seed) => {
        // A different odd share on every pair leaves no ties, and none at the border.
        const matrix = symmetric(halves, count).map((value, at) => {
          const [row = 0, column = 0] = [Math.floor(at / count), at % count].toSorted((a, b) => a - b);
          return value + (((row * 31 + column * 17 + Math.abs(seed % 97)) % 1009) * 2 ** -14 + row * 2 ** -20);
        });
        const groups = await averageLink({ similarities: matrix.slice(), count, joinFrom, turns: never });
        expect(groups).toEqual(naive(matrix, count, joinFrom));
      }),
      { numRuns: 200 },
    );
  });

  it('join two that are exactly alike enough, and chains only as far as the mean goes', async () => {
    const turns = never;
    const pair = Float32Array.from([0, 0.5, 0.5, 0]);
    expect(await averageLink({ similarities: pair, count: 2, joinFrom: 0.5, turns })).toEqual([[0, 1]]);
    // 0 is like 1 and 1 like 2, but 0 not like 2: single link would put all three together.
    const chain = Float32Array.from([0, 0.9, 0, 0.9, 0, 0.8, 0, 0.8, 0]);
    expect(await averageLink({ similarities: chain, count: 3, joinFrom: 0.5, turns })).toEqual([[0, 1], [2]]);
  });

  it('are called off between two steps', async () => {
    const turns = { due: () => true, pause: () => Promise.reject(new Error('called off')) };
    const similarities = Float32Array.from([0, 0.9, 0.9, 0]);
    await expect(averageLink({ similarities, count: 2, joinFrom: 0.5, turns })).rejects.toThrow('called off');
  });
});
