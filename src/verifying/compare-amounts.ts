import { compareDates, type ReadDate } from './dates.js';
import type { Finding } from './finding.js';
import { holdsOf, measureTheSame } from './quantities.js';
import type { Statement } from './statement.js';

function wordsWithin(claim: Statement, start: number, end: number): readonly number[] {
  return claim.words.flatMap((word, at) => (word.start < end && word.end > start ? [at] : []));
}

/**
 * Amounts of the claim that the sentence does not have. One that stands before it may count something else: no support,
 * but no contradiction either.
 */
export function compareQuantities(
  claim: Statement,
  sentence: Statement,
  before: readonly Statement[],
): readonly Finding[] {
  return claim.quantities.flatMap((quantity): readonly Finding[] => {
    const holds = ({ quantities }: Statement): boolean => quantities.some((other) => holdsOf(quantity, other));
    if (holds(sentence)) return [];
    const other = sentence.quantities.find((one) => measureTheSame(quantity, one));
    const saidToo = other !== undefined && claim.quantities.some((one) => holdsOf(one, other));
    return [
      {
        kind: 'number',
        conflict: other !== undefined && !saidToo && !before.some(holds),
        claim: [quantity.start, quantity.end],
        text: other === undefined ? undefined : [other.start, other.end],
        words: wordsWithin(claim, quantity.start, quantity.end),
      },
    ];
  });
}

/** Dates of the claim that are not there, or are otherwise. `known` are dates that hold for the whole document. */
export function compareClaimDates(
  claim: Statement,
  sentence: Statement,
  context: readonly Statement[],
  known: readonly ReadDate[],
): readonly Finding[] {
  return claim.dates.flatMap((date): readonly Finding[] => {
    const others = [...sentence.dates, ...context.flatMap(({ dates }) => dates)];
    if (others.some((other) => compareDates(date, other) === 'same')) return [];
    // "9 September 2016" is "Sept. 9" in a document of September 2016.
    const completed = others.map((other) => ({ ...known[0], ...other }));
    if (completed.some((other) => compareDates(date, other) === 'same')) return [];
    const other = sentence.dates.find((one, i) => compareDates(date, completed[i] ?? one) === 'other');
    return [
      {
        kind: 'date',
        conflict: other !== undefined,
        claim: [date.start, date.end],
        text: other === undefined ? undefined : [other.start, other.end],
        words: wordsWithin(claim, date.start, date.end),
      },
    ];
  });
}
