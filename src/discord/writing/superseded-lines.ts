import type { ShownResult } from '../../state/seams/records.js';
import type { Check, CheckedClaim } from '../../types.js';
import type { Words } from '../wording/words.js';

/** Something that was said, and in words of our own what as; `null` for words of our own alone. */
export interface Superseded {
  /** Needs no escaping. */
  readonly lead: string;
  readonly quote: string | null;
}

function without(before: readonly string[], now: readonly string[]): readonly Superseded[] {
  return before.filter((text) => !now.includes(text)).map((quote) => ({ lead: '', quote }));
}

/** The quotes that decide. */
function quotesOf({ verdict, citations }: CheckedClaim): readonly string[] {
  return verdict === 'not-covered' ? [] : citations.map(({ quote }) => quote);
}

function claimLines(
  before: CheckedClaim,
  now: CheckedClaim | undefined,
  { results, colon }: Words,
): readonly Superseded[] {
  const quotes = without(quotesOf(before), now === undefined ? [] : quotesOf(now));
  if (before.verdict === now?.verdict) return quotes;
  return [{ lead: `${results.check.verdicts[before.verdict]}${colon}`, quote: before.text }, ...quotes];
}

function checkLines(before: Check, now: Check, words: Words): readonly Superseded[] {
  return before.claims.flatMap((claim, index) => claimLines(claim, now.claims[index], words));
}

/** What a result said and the one in its place no longer does, a line a sentence. Both are of one kind. */
export function supersededLines(before: ShownResult, now: ShownResult, words: Words): readonly Superseded[] {
  if (before.kind === 'answer' && now.kind === 'answer') {
    if (before.answer.outcome === 'declined') return [{ lead: words.results.answer.declined, quote: null }];
    const texts = (answer: typeof before.answer) => answer.sentences.map(({ text }) => text);
    return without(texts(before.answer), texts(now.answer));
  }
  if (before.kind === 'check' && now.kind === 'check') return checkLines(before.check, now.check, words);
  if (before.kind === 'summary' && now.kind === 'summary') {
    const texts = (summary: typeof before.summary) => summary.points.map(({ text }) => text);
    return without(texts(before.summary), texts(now.summary));
  }
  throw new Error(`A ${before.kind} cannot become a ${now.kind}.`);
}
