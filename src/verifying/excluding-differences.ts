import { keyWords } from './compare-names.js';
import { type AskedThing, type Both, type Disputant, type Stretch, scopeOf } from './disputant.js';
import type { FindingKind } from './finding.js';
import { holdsOf, type Quantity } from './quantities.js';
import { knows } from './same-subject.js';
import { meaningsOf, type Statement } from './statement.js';

/** What a stretch of a sentence counts, when it is an amount. */
function amountAt({ quantities }: Statement, [start, end]: Stretch): Quantity | undefined {
  return quantities.find((one) => one.start >= start && one.end <= end);
}

/** "212 bears" and "45 wolves", "85 schools" and "three music schools" count different things. */
function countTheSame(one: Quantity, other: Quantity): boolean {
  const [first] = one.counted;
  const [second] = other.counted;
  return first === undefined || second === undefined || first === second;
}

/** "18,000 soldiers" and "400 soldiers in Zamira": the lesser number may be a part of the greater. */
function isPart(amounts: Both<Quantity>, sides: Both<Disputant>): boolean {
  const lesser = amounts[0].value < amounts[1].value ? 0 : 1;
  const [part, whole] = lesser === 0 ? sides : [sides[1], sides[0]];
  return (
    amounts[lesser].dimension === 'count' &&
    part.statement.names.some((name) => name.kind === 'place' && !knows(whole, part.statement, name))
  );
}

/** What amounts are read without: "an hour and a half". */
const fraction = /\band an? (?:half|quarter)\b/u;
const reach = 16;

function hasFraction({ text }: Statement, { start, end }: Quantity): boolean {
  return fraction.test(text.slice(start, end + reach));
}

/** Neither amount is the truth of the other, as "about 40" is of 41 and "at least 30" of 38. */
function differInAmount(sides: Both<Disputant>, stretches: Both<Stretch>): boolean {
  const [first, second] = [sides[0].statement, sides[1].statement];
  const [one, other] = [amountAt(first, stretches[0]), amountAt(second, stretches[1])];
  if (one === undefined || other === undefined || !countTheSame(one, other) || isPart([one, other], sides))
    return false;
  if (hasFraction(first, one) || hasFraction(second, other)) return false;
  return !first.quantities.some((own) => holdsOf(other, own)) && !second.quantities.some((own) => holdsOf(one, own));
}

/** A stretch of time is no day: "1754–1763". */
const timeSpan = /\p{N}\s*[–—]\s*\p{N}|\b\d{4}\s*-\s*\d{2,4}\b(?!-)/u;

function differInDay(sentences: Both<Statement>, stretches: Both<Stretch>): boolean {
  return sentences.every(({ text }, at) => !timeSpan.test(text.slice(...(stretches[at] ?? [0, 0]))));
}

const placeKinds: ReadonlySet<string> = new Set(['place']);
const doerKinds: ReadonlySet<string> = new Set(['person', 'organisation']);

/** Two names of the kind that is asked for, neither of which the other document has at hand. */
function differInName({ names }: AskedThing, sides: Both<Disputant>, stretches: Both<Stretch>): boolean {
  return sides.every(({ statement }, at) => {
    const [start, end] = stretches[at] ?? [0, 0];
    const other = sides[1 - at];
    const own = statement.names.find((name) => name.start < end && name.end > start);
    if (other === undefined || own === undefined) return false;
    if (names === 'doer' && placeKinds.has(own.kind)) return false;
    if (names === 'place' && doerKinds.has(own.kind)) return false;
    return !keyWords(statement, own).some((word) =>
      scopeOf(other).some(({ terms }) => meaningsOf(word).some((term) => terms.has(term))),
    );
  });
}

/** Said under a condition or as a guess. */
function isReserved({ words }: Statement, [from, to]: Stretch): boolean {
  return words.some(({ start, end, conditional, supposed }) => start < to && end > from && (conditional || supposed));
}

/**
 * Whether two stretches that the verifier holds for a difference cannot both be true of one thing: two amounts, two days,
 * two names of the kind that is asked for, and both told as facts or both under a condition.
 */
export function excludeEachOther(
  asked: AskedThing,
  kind: FindingKind,
  sides: Both<Disputant>,
  stretches: Both<Stretch>,
): boolean {
  const [one, other] = sides;
  if (isReserved(one.statement, stretches[0]) !== isReserved(other.statement, stretches[1])) return false;
  switch (kind) {
    case 'number':
      return differInAmount(sides, stretches);
    case 'date':
      return differInDay([one.statement, other.statement], stretches);
    case 'name':
      return differInName(asked, sides, stretches);
    default:
      return true;
  }
}
