import { dateInWords } from '../language/date-in-words.js';
import type { Ground } from '../types.js';
import type { Comparison } from './comparison.js';
import type { Finding } from './finding.js';
import type { Statement } from './statement.js';
import { saidFrom } from './words-said.js';

const mostWords = 3;
/** A word that says less is not worth naming. */
const leastWeight = 0.4;

function slice({ text }: Statement, [start, end]: readonly [number, number]): string {
  return text.slice(start, end).replaceAll(/\s+/gu, ' ');
}

/** What decided. */
export function groundFor({ kind, conflict, claim, text }: Finding, said: Statement, sentence: Statement): Ground {
  const claimed = slice(said, claim);
  const there = text === undefined ? null : slice(sentence, text);
  switch (kind) {
    case 'number':
    case 'date':
    case 'name':
    case 'opposite':
    case 'polarity':
      return there === null || (!conflict && (kind === 'number' || kind === 'date' || kind === 'name'))
        ? { kind: 'not-given', claim: claimed }
        : { kind: 'otherwise', text: there, claim: claimed };
    case 'unsaid':
      return { kind: 'unsaid', words: [claimed] };
    case 'order':
      return { kind: 'reversed' };
    case 'mood':
      return { kind: 'not-happened', text: there };
    case 'report':
      return { kind: said.words.some(({ reported }) => reported) ? 'not-reported' : 'reported' };
    case 'guess':
      return { kind: 'supposed' };
    case 'condition':
      return { kind: 'conditional' };
  }
}

/** The claim's words that no sentence says; `null` when each of them stands somewhere. */
export function unsaidGround(claim: Statement, comparisons: readonly Comparison[]): Ground | null {
  const unsaid = claim.words
    .map((word, at) => ({ word, met: Math.max(0, ...comparisons.map(({ met }) => met[at] ?? 0)) }))
    .filter(({ met, word }) => met < saidFrom && word.weight >= leastWeight)
    .toSorted((a, b) => b.word.weight - a.word.weight)
    .slice(0, mostWords)
    .map(({ word }) => slice(claim, [word.start, word.end]));
  return unsaid.length === 0 ? null : { kind: 'unsaid', words: [...new Set(unsaid)] };
}

/** A ground in one sentence about the two texts and nobody's mistake. */
function reasonOf(ground: Ground): string {
  switch (ground.kind) {
    case 'otherwise':
      return `The text has “${ground.text}”, the claim “${ground.claim}”.`;
    case 'not-given':
      return `The nearest sentences do not give “${ground.claim}”.`;
    case 'unsaid':
      return `Nothing near this in the documents speaks of ${ground.words.map((word) => `“${word}”`).join(', ')}.`;
    case 'reversed':
      return 'The text has it the other way round.';
    case 'not-happened':
      return `The text has ${ground.text === null ? 'this' : `“${ground.text}”`} as something wanted, possible or still to come, not as something that happened.`;
    case 'not-reported':
      return 'The text does not say that somebody said this.';
    case 'reported':
      return 'The text gives this as what somebody says, not as a fact.';
    case 'supposed':
      return 'The text gives this as likely or supposed, not as a fact.';
    case 'conditional':
      return 'The text says this under a condition that the claim leaves out.';
    case 'too-long':
      return 'This sentence is too long to be checked as one claim; shorter ones can be.';
    case 'later':
      return `The documents were written as of ${dateInWords(ground.asOf)} and do not know what came later.`;
  }
}

/** A ground, if there is one, with the sentence that tells it. */
export function because(ground: Ground | null): { readonly reason: string | null; readonly ground: Ground | null } {
  return { reason: ground === null ? null : reasonOf(ground), ground };
}
