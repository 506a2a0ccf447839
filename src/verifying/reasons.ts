import type { Comparison } from './comparison.js';
import type { Finding } from './finding.js';
import type { Statement } from './statement.js';
import { saidFrom } from './support-features.js';

const mostWords = 3;
/** A word that says less is not worth naming. */
const leastWeight = 0.4;

function slice({ text }: Statement, [start, end]: readonly [number, number]): string {
  return `“${text.slice(start, end).replaceAll(/\s+/gu, ' ')}”`;
}

/** What decided, in one sentence about the two texts and nobody's mistake. */
export function reasonFor({ kind, conflict, claim, text }: Finding, said: Statement, sentence: Statement): string {
  const claimed = slice(said, claim);
  const there = text === undefined ? '' : slice(sentence, text);
  switch (kind) {
    case 'number':
    case 'date':
    case 'name':
    case 'opposite':
    case 'polarity':
      return text === undefined || (!conflict && (kind === 'number' || kind === 'date' || kind === 'name'))
        ? `The nearest sentences do not give ${claimed}.`
        : `The text has ${there}, the claim ${claimed}.`;
    case 'unsaid':
      return `Nothing near this in the documents speaks of ${claimed}.`;
    case 'order':
      return 'The text has it the other way round.';
    case 'mood':
      return `The text has ${text === undefined ? 'this' : there} as something wanted, possible or still to come, not as something that happened.`;
    case 'report':
      return said.words.some(({ reported }) => reported)
        ? 'The text does not say that somebody said this.'
        : 'The text gives this as what somebody says, not as a fact.';
    case 'guess':
      return 'The text gives this as likely or supposed, not as a fact.';
    case 'condition':
      return 'The text says this under a condition that the claim leaves out.';
  }
}

/** Names the claim's words that no sentence says; `null` when each of them stands somewhere. */
export function unsaidReason(claim: Statement, comparisons: readonly Comparison[]): string | null {
  const unsaid = claim.words
    .map((word, at) => ({ word, met: Math.max(0, ...comparisons.map(({ met }) => met[at] ?? 0)) }))
    .filter(({ met, word }) => met < saidFrom && word.weight >= leastWeight)
    .toSorted((a, b) => b.word.weight - a.word.weight)
    .slice(0, mostWords)
    .map(({ word }) => slice(claim, [word.start, word.end]));
  return unsaid.length === 0
    ? null
    : `Nothing near this in the documents speaks of ${[...new Set(unsaid)].join(', ')}.`;
}
