import type { ShownResult } from '../../state/seams/records.js';
import type { Answer, AnswerSentence, Check, CheckedClaim, Citation, Summary } from '../../types.js';
import type { Words } from '../wording/words.js';
import { modelText } from './model-text.js';

/** Something that was said, and in words of our own what as; `null` for words of our own alone. */
export interface Superseded {
  /** Needs no escaping. */
  readonly lead: string;
  readonly quote: string | null;
}

function without(before: readonly string[], now: readonly string[]): readonly Superseded[] {
  return before.filter((text) => !now.includes(text)).map((quote) => ({ lead: '', quote }));
}

/** Sentences, and what they stand on. */
interface Told extends Pick<Answer | Summary, 'mode'> {
  readonly sentences: readonly Pick<AnswerSentence, 'text' | 'citations'>[];
  readonly citations: readonly Citation[];
}

function pointsOf({ points, ...summary }: Summary): Told {
  return { ...summary, sentences: points };
}

/**
 * What was quoted and is no longer. What a model wrote is in nobody's words but its own: it is superseded where a quote
 * that it stood on is not given any more.
 */
function toldLines(before: Told, now: Told): readonly Superseded[] {
  const texts = now.sentences.map(({ text }) => text);
  if (before.mode === 'extractive')
    return without(
      before.sentences.map(({ text }) => text),
      texts,
    );
  const isGiven = (mark: number): boolean => {
    const source = before.citations.find(({ n }) => n === mark);
    return now.citations.some(({ document, quote }) => document === source?.document && quote === source.quote);
  };
  return before.sentences
    .filter(({ text, citations }) => !texts.includes(text) && !citations.every(isGiven))
    .map(({ text }) => ({ lead: '', quote: modelText(text) }));
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
    return toldLines(before.answer, now.answer);
  }
  if (before.kind === 'check' && now.kind === 'check') return checkLines(before.check, now.check, words);
  if (before.kind === 'summary' && now.kind === 'summary') {
    return toldLines(pointsOf(before.summary), pointsOf(now.summary));
  }
  throw new Error(`A ${before.kind} cannot become a ${now.kind}.`);
}
