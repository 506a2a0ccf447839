/** Ranked results are compared on their first ten, recall on the first five (design, section 3). */
const gainDepth = 10;
const recallDepth = 5;

export interface RankingFigures {
  readonly 'nDCG@10': number;
  readonly 'recall@5': number;
  readonly 'hit@1': number;
}

function discountedGain(relevances: readonly number[]): number {
  return relevances.reduce((sum, relevance, rank) => sum + (2 ** relevance - 1) / Math.log2(rank + 2), 0);
}

/** Figures of one question: `ranked` document ids, best first, against the relevance of each judged document. */
export function rankingFigures(ranked: readonly string[], judged: ReadonlyMap<string, number>): RankingFigures {
  const relevances = ranked.slice(0, gainDepth).map((id) => judged.get(id) ?? 0);
  const ideal = [...judged.values()].toSorted((a, b) => b - a).slice(0, gainDepth);
  const found = ranked.slice(0, recallDepth).filter((id) => (judged.get(id) ?? 0) > 0).length;
  return {
    'nDCG@10': discountedGain(relevances) / discountedGain(ideal),
    'recall@5': found / Math.min(recallDepth, judged.size),
    'hit@1': (relevances[0] ?? 0) > 0 ? 1 : 0,
  };
}

export function meanFigures(figures: readonly RankingFigures[]): RankingFigures {
  const mean = (name: keyof RankingFigures): number =>
    figures.length === 0 ? 0 : figures.reduce((sum, figure) => sum + figure[name], 0) / figures.length;
  return { 'nDCG@10': mean('nDCG@10'), 'recall@5': mean('recall@5'), 'hit@1': mean('hit@1') };
}

/**
 * The chance that a random positive scores above a random negative, ties counting half (Mann–Whitney). `NaN` unless
 * there are both.
 *
 * @throws RangeError for a score that is no number: it is neither above nor below another
 */
export function areaUnderRoc(scored: readonly { readonly score: number; readonly positive: boolean }[]): number {
  if (scored.some(({ score }) => Number.isNaN(score))) throw new RangeError('A score is no number.');
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  let positives = 0;
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end++;
    // Ranks count from 1; equal scores share the mean of their ranks.
    const sharedRank = (start + 1 + end) / 2;
    for (let i = start; i < end; i++) {
      if (sorted[i]?.positive !== true) continue;
      positives += 1;
      rankSum += sharedRank;
    }
    start = end;
  }
  const negatives = sorted.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Share of the values that hold, 0 to 1; `null` of none. */
export function shareOf<T>(values: readonly T[], holds: (value: T) => boolean): number | null {
  return values.length === 0 ? null : values.filter(holds).length / values.length;
}

/** The smallest value that at least `share` (above 0, up to 1) of the values do not exceed; `null` of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
}
