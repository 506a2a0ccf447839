import { knownNameSpans, type NameSpan } from '../language/known-names.js';
import { nameSpans } from '../language/name-mentions.js';
import { nationalityWords } from '../language/nationality-words.js';
import { quantitySpans } from '../language/quantity-mentions.js';
import type { WordToken } from '../language/word-tokens.js';
import { type ReadDate, readDate } from './dates.js';
import { type Quantity, readQuantity } from './quantities.js';
import { isCapital } from './same-names.js';

function isCaseless(tokens: readonly WordToken[]): boolean {
  return tokens.every(({ shape, word }, i) => i === 0 || shape === 'lower' || shape === 'figure' || word === 'I');
}

/** Amounts, dates and names of a text. */
export interface StatementSpans {
  readonly quantities: readonly Quantity[];
  readonly dates: readonly ReadDate[];
  /** One byte a token: 1 in a date or an amount. */
  readonly taken: Uint8Array;
  readonly names: readonly NameSpan[];
}

/** "one version", "first and foremost", "and ISIS second" count nothing. */
function saysNoCount(words: string, { dimension, counted }: Quantity): boolean {
  if (dimension !== 'count') return false;
  return /^(?:one|first)$/iu.test(words) || (counted.length === 0 && /^(?:second|third)$/iu.test(words));
}

export function spansOf(text: string, tokens: readonly WordToken[]): StatementSpans {
  const taken = new Uint8Array(tokens.length);
  const quantities: Quantity[] = [];
  const dates: ReadDate[] = [];
  for (const span of quantitySpans(text, tokens)) {
    const date = span.kind === 'date' ? readDate(tokens, span) : undefined;
    const quantity = span.kind === 'date' ? undefined : readQuantity(text, tokens, span);
    if (date !== undefined) dates.push(date);
    const counts = quantity !== undefined && !saysNoCount(text.slice(quantity.start, quantity.end), quantity);
    if (counts) quantities.push(quantity);
    if (date !== undefined || counts) taken.fill(1, span.first, span.end);
  }
  const caseless = isCaseless(tokens);
  const found = caseless ? knownNameSpans(tokens, taken) : nameSpans(tokens, taken);
  const inName = Uint8Array.from(taken);
  for (const { first, end } of found) inName.fill(1, first, end);
  const peoples = tokens.flatMap(({ lower, shape }, at): readonly NameSpan[] => {
    if (inName[at] !== 0 || (shape === 'lower' && !caseless)) return [];
    const isPeople = nationalityWords.has(lower.replace(/s$/u, '')) || nationalityWords.has(lower) || isCapital(lower);
    return isPeople ? [{ kind: 'place', first: at, end: at + 1, sure: true }] : [];
  });
  return { quantities, dates, taken, names: [...found, ...peoples].toSorted((a, b) => a.first - b.first) };
}
