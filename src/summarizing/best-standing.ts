import type { Candidate } from './read-candidates.js';
import { standingWorth } from './standing.js';

/**
 * Of each paragraph the candidates that read best by themselves: "However, …" and "This led to …" only come up where
 * nothing else stands for the paragraph. `unfit` ones never do.
 */
export function bestStanding(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<number, number>();
  for (const { paragraph, standing } of candidates) {
    best.set(paragraph, Math.max(best.get(paragraph) ?? 0, standingWorth[standing]));
  }
  return candidates.filter(
    ({ paragraph, standing }) => standing !== 'unfit' && standingWorth[standing] === best.get(paragraph),
  );
}
