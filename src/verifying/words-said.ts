import type { Comparison } from './comparison.js';
import type { Finding, FindingKind } from './finding.js';
import type { Statement } from './statement.js';

/** A word met less than this is not said. */
export const saidFrom = 0.5;

/** How the words of a claim are said by one sentence and what stands before it. */
export interface WordsSaid {
  /** Share of the claim's weight whose very words stand in the sentence, 0 to 1. */
  readonly exact: number;
  /** Strength of the word that is met worst, 1 for a claim without words. */
  readonly weakest: number;
  /** How many words are not said, their share of the claim's weight, and the heaviest of what is missing. */
  readonly unsaid: number;
  readonly unsaidWeight: number;
  readonly heaviestUnsaid: number;
}

export function wordsSaid(claim: Statement, { met, candidate }: Comparison): WordsSaid {
  const { terms } = candidate.statement;
  let total = 0;
  let exact = 0;
  let weakest = 1;
  let unsaid = 0;
  let unsaidWeight = 0;
  let heaviestUnsaid = 0;
  for (const [at, { term, alias, weight }] of claim.words.entries()) {
    const strength = met[at] ?? 0;
    total += weight;
    if (terms.has(alias ?? term)) exact += weight;
    weakest = Math.min(weakest, strength);
    heaviestUnsaid = Math.max(heaviestUnsaid, weight * (1 - strength));
    if (strength >= saidFrom) continue;
    unsaid += 1;
    unsaidWeight += weight;
  }
  const scale = total || 1;
  return { exact: exact / scale, weakest, unsaid, unsaidWeight: unsaidWeight / scale, heaviestUnsaid };
}

/** More findings of one kind say no more than two do. */
const mostCounted = 2;

/** How many of the findings are of a kind, 0 to 2. */
export function countedOf(findings: readonly Finding[], kind: FindingKind): number {
  return Math.min(mostCounted, findings.filter((finding) => finding.kind === kind).length);
}
