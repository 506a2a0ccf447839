import type { Coverage } from '../types.js';

/**
 * Which paragraphs a summary speaks for: those that one of its points is a sentence of, and no others. A point that
 * resembles another paragraph is not counted: the nearest sentences of different paragraphs say different things about
 * the same matter (docs/decisions/2026-11-24-summaries.md).
 *
 * @param paragraphs numbers of the body paragraphs that were to be summarised, ascending
 * @param quoted numbers of the paragraphs that points come from
 */
export function coverageOf(paragraphs: readonly number[], quoted: ReadonlySet<number>): Coverage {
  const represented = paragraphs.filter((number) => quoted.has(number));
  return {
    represented,
    missing: paragraphs.filter((number) => !quoted.has(number)),
    ratio: paragraphs.length === 0 ? 0 : represented.length / paragraphs.length,
  };
}
