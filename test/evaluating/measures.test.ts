import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderRoc, meanFigures, rankingFigures } from '#src/evaluating/measures.js';

const judged = new Map([
  ['a', 2],
  ['b', 1],
]);

const withAAt = (rank: number) => rankingFigures([...Array.from({ length: rank - 1 }, (_, i) => `x${i}`), 'a'], judged);

const sumOf = (gains: readonly number[]): number => {
  let sum = 0;
  for (let place = 1; place <= 10; place++) sum += (2 ** (gains[place - 1] ?? 0) - 1) / Math.log2(place + 1);
  return sum;
};

describe('the figures of one ranking', () => {
  it('are all 1 for the ideal order', () => {
    expect(rankingFigures(['a', 'b', 'x'], judged)).toEqual({ 'nDCG@10': 1, 'recall@5': 1, 'hit@1': 1 });
  });

  it('are all 0 when nothing relevant is found', () => {
    expect(rankingFigures(['x', 'y'], judged)).toEqual({ 'nDCG@10': 0, 'recall@5': 0, 'hit@1': 0 });
    expect(rankingFigures([], judged)).toEqual({ 'nDCG@10': 0, 'recall@5': 0, 'hit@1': 0 });
  });

  it('are those that a pencil gives', () => {
    // Gains: x 0, b 1 at rank 2, a 3 at rank 3; ideal: 3 at rank 1 and 1 at rank 2.
    const ideal = 3 + 1 / Math.log2(3);
    const figures = rankingFigures(['x', 'b', 'a'], judged);
    expect(figures['nDCG@10']).toBeCloseTo((1 / Math.log2(3) + 3 / 2) / ideal, 10);
    expect(figures['recall@5']).toBe(1);
    expect(figures['hit@1']).toBe(0);
  });

  it('look ten deep for the gain and five deep for the recall', () => {
    expect(withAAt(5)['recall@5']).toBe(0.5);
    expect(withAAt(6)['recall@5']).toBe(0);
    expect(withAAt(10)['nDCG@10']).toBeGreaterThan(0);
    expect(withAAt(11)['nDCG@10']).toBe(0);
  });

  it('ask for no more than five of many relevant documents', () => {
    const many = new Map(Array.from({ length: 20 }, (_, i) => [`d${i}`, 1]));
    const figures = rankingFigures([...many.keys()], many);
    expect(figures['recall@5']).toBe(1);
    expect(figures['nDCG@10']).toBeCloseTo(1, 10);
  });

  it('agree with an oracle that sums place by place', () => {
    const documents = Array.from({ length: 14 }, (_, i) => `d${i}`);
    const relevances = fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: 14, maxLength: 14 })
      .filter((values) => values.some((value) => value > 0));
    fc.assert(
      fc.property(relevances, fc.shuffledSubarray(documents), (values, ranked) => {
        const relevance = new Map(
          documents.map((id, i) => [id, values[i] ?? 0] as const).filter(([, value]) => value > 0),
        );
        const ideal = sumOf(values.toSorted((a, b) => b - a));
        const figures = rankingFigures(ranked, relevance);
        expect(figures['nDCG@10']).toBeCloseTo(sumOf(ranked.map((id) => relevance.get(id) ?? 0)) / ideal, 10);
        const found = ranked.filter((id, place) => place < 5 && relevance.has(id)).length;
        expect(figures['recall@5']).toBeCloseTo(found / Math.min(5, relevance.size), 10);
        expect(figures['hit@1']).toBe(relevance.has(ranked[0] ?? '') ? 1 : 0);
      }),
    );
  });
});

describe('the mean of figures', () => {
  it('is taken figure by figure, and is 0 of none', () => {
    const one = { 'nDCG@10': 1, 'recall@5': 0.5, 'hit@1': 1 };
    const other = { 'nDCG@10': 0.5, 'recall@5': 0, 'hit@1': 0 };
    expect(meanFigures([one, other])).toEqual({ 'nDCG@10': 0.75, 'recall@5': 0.25, 'hit@1': 0.5 });
    expect(meanFigures([])).toEqual({ 'nDCG@10': 0, 'recall@5': 0, 'hit@1': 0 });
  });
});

const scored = (...pairs: readonly (readonly [number, boolean])[]) =>
  pairs.map(([score, positive]) => ({ score, positive }));

describe('the area under the ROC curve', () => {
  it.each([
    ['1 when all positives are above', scored([3, true], [2, true], [1, false]), 1],
    ['0 when all are below', scored([1, true], [2, false], [3, false]), 0],
    ['a half when all are equal', scored([1, true], [1, false], [1, false]), 0.5],
    ['the share of pairs in order', scored([4, true], [3, false], [2, true], [1, false]), 0.75],
  ])('is %s', (_, pairs, area) => {
    expect(areaUnderRoc(pairs)).toBe(area);
  });

  it('is not a number without positives or without negatives', () => {
    expect(areaUnderRoc(scored([1, true], [2, true]))).toBeNaN();
    expect(areaUnderRoc(scored([1, false]))).toBeNaN();
    expect(areaUnderRoc([])).toBeNaN();
  });

  // A model with a hole in it gave such scores, and their ranks were counted for ever.
  it('is not told of a score that is no number', () => {
    expect(() => areaUnderRoc(scored([Number.NaN, true], [2, false]))).toThrow(RangeError);
  });

  it('is what counting all pairs gives, ties counting half', () => {
    const pairs = fc.array(fc.record({ score: fc.integer({ min: -3, max: 3 }), positive: fc.boolean() }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(pairs, (all) => {
        const positives = all.filter(({ positive }) => positive);
        const negatives = all.filter(({ positive }) => !positive);
        fc.pre(positives.length > 0 && negatives.length > 0);
        let won = 0;
        for (const { score: high } of positives) {
          for (const { score: low } of negatives) won += high > low ? 1 : high === low ? 0.5 : 0;
        }
        expect(areaUnderRoc(all)).toBeCloseTo(won / (positives.length * negatives.length), 10);
      }),
    );
  });
});
