import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePoints, type WordedPoint } from '#src/summarizing/merge-points.js';
import type { Candidate } from '#src/summarizing/read-candidates.js';

const sentencesEach = 5;

/** The sentence in a row of a text whose paragraphs have five each. */
function quote(chunk: number): Candidate {
  const paragraph = Math.floor(chunk / sentencesEach);
  return { chunk, paragraph, start: chunk * 10, end: chunk * 10 + 9, text: `Quote ${chunk}.`, standing: 'alone' };
}

function worded(chunks: readonly number[], isWhole = true): WordedPoint {
  const rows = [...new Set(chunks)].toSorted((a, b) => a - b);
  return { chunks: rows, paragraphs: [...new Set(rows.map((row) => Math.floor(row / sentencesEach)))], isWhole };
}

const row = fc.nat({ max: 49 });
const madeUpQuotes = fc.uniqueArray(row, { maxLength: 12 }).map((rows) => rows.toSorted((a, b) => a - b).map(quote));
const madeUpWorded = fc.array(
  fc.tuple(fc.array(row, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([rows, isWhole]) => worded(rows, isWhole)),
  { maxLength: 20 },
);

function merge(quotes: readonly number[], points: readonly WordedPoint[]): readonly (readonly number[])[] {
  return mergePoints(quotes.map(quote), points).map((one) =>
    one.kind === 'quoted' ? [one.point.chunk] : one.point.chunks,
  );
}

describe('worded points among quotes', () => {
  it('are no more than the quotes, in reading order, each once, and speak for every paragraph that a quote did', () => {
    fc.assert(
      fc.property(madeUpQuotes, madeUpWorded, (quotes, points) => {
        const merged = mergePoints(quotes, points);
        expect(merged.length).toBeLessThanOrEqual(quotes.length);
        const starts = merged.map((one) => (one.kind === 'quoted' ? one.point.chunk : (one.point.chunks[0] ?? -1)));
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        expect(new Set(merged.map(({ point }) => point)).size).toBe(merged.length);
        const spokenFor = merged.flatMap((one) =>
          one.kind === 'quoted' ? [one.point.paragraph] : one.point.paragraphs,
        );
        for (const { paragraph } of quotes) expect(spokenFor).toContain(paragraph);
      }),
    );
  });

  it('never say a quoted sentence again beside its quote', () => {
    fc.assert(
      fc.property(madeUpQuotes, madeUpWorded, (quotes, points) => {
        const merged = mergePoints(quotes, points);
        const rested = merged.flatMap((one) => (one.kind === 'worded' ? one.point.chunks : []));
        for (const one of merged) if (one.kind === 'quoted') expect(rested).not.toContain(one.point.chunk);
      }),
    );
  });

  it('are the quotes without any', () => {
    expect(merge([3, 20], [])).toEqual([[3], [20]]);
  });

  it('are preferred that rest on the quoted sentence, then those without a reservation', () => {
    expect(merge([3], [worded([1]), worded([3], false)])).toEqual([[3]]);
    expect(mergePoints([quote(3)], [worded([3], false), worded([3])])).toEqual([
      { kind: 'worded', point: worded([3]) },
    ]);
  });

  it('that speak for two paragraphs make room for a third', () => {
    expect(merge([3, 8], [worded([3, 8]), worded([40]), worded([45])])).toEqual([[3, 8], [40]]);
  });

  it('leave a second quote of a paragraph standing that none of them says', () => {
    expect(merge([1, 3], [worded([1]), worded([1, 2])])).toEqual([[1], [3]]);
  });
});
