import { nationalityWords } from '../language/nationality-words.js';
import type { Match } from './alignment.js';
import type { Finding } from './finding.js';
import type { Statement } from './statement.js';

/** A verb that is met so well is the same one. */
const surely = 0.9;
const halfMet = 0.5;
/** Longer stretches are no list, and are not searched. */
const longestBetween = 100;
const ordering = /\b(?:only|then|than|not|before|after|but|instead|rather|later)\b/u;

function isOnce({ words }: Statement, term: string): boolean {
  return words.filter((word) => word.term === term).length === 1;
}

/** True when a word between two names of the claim is met: otherwise nothing says what one has to do with the other. */
function isLinked({ words }: Statement, matches: readonly Match[], start: number, end: number): boolean {
  return words.some((word, at) => word.start >= start && word.end <= end && (matches[at]?.strength ?? 0) >= halfMet);
}

/** True for what stands between two names of a list: "and", "and the Russian foreign minister". */
function isList(between: string): boolean {
  if (between.length > longestBetween || ordering.test(between)) return false;
  return /^[^\p{L}]*(?:\p{L}+[^\p{L}]+){0,6}$/u.test(between) && /\b(?:and|with|n)\b|[&,]/u.test(between);
}

/**
 * Two names that change places around a word: "the Republicans criticise the Democrats" against "the Democrats criticise
 * the Republicans". A passive ("by") and lists ("Lavrov and Kerry") may turn them round.
 */
export function compareOrder(claim: Statement, sentence: Statement, matches: readonly Match[]): readonly Finding[] {
  const places = claim.names
    .filter(({ words, start, end }) => {
      // "the Russian minister": an adjective does nothing to anybody.
      if (nationalityWords.has(claim.text.slice(start, end).toLowerCase())) return false;
      const term = claim.words[words.at(-1) ?? 0]?.term ?? '';
      return isOnce(claim, term) && isOnce(sentence, term);
    })
    .map(({ words, start, end }) => ({ start, end, first: words[0] ?? 0, at: matches[words.at(-1) ?? 0]?.at ?? -1 }))
    .filter(({ at }) => at >= 0);
  for (const [i, one] of places.entries()) {
    const next = places[i + 1];
    if (next === undefined || next.at >= one.at) continue;
    const [early, late] = [sentence.words[next.at], sentence.words[one.at]];
    if (early === undefined || late === undefined) continue;
    const between = sentence.text.slice(early.end, late.start);
    const claimed = claim.text.slice(one.end, next.start);
    if (isList(claimed) || !isLinked(claim, matches, one.end, next.start)) continue;
    if (/\bby\b/u.test(between) || /\bby\b/u.test(claimed)) continue;
    const verb = claim.words.some(
      (word, at) =>
        word.start >= one.end &&
        word.end <= next.start &&
        (matches[at]?.strength ?? 0) >= surely &&
        (matches[at]?.at ?? -1) > next.at &&
        (matches[at]?.at ?? -1) < one.at,
    );
    return [
      {
        kind: 'order',
        // "against A and only then against B" with A and B exchanged.
        conflict: verb || (ordering.test(between) && between.trim().toLowerCase() === claimed.trim().toLowerCase()),
        claim: [one.start, next.end],
        text: [early.start, late.end],
        words: [],
      },
    ];
  }
  return [];
}
