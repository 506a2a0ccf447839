import type { AskedThing } from './asked-thing.js';
import { keyWords } from './compare-names.js';
import { compareDates, type ReadDate } from './dates.js';
import { type Both, type Disputant, type Stretch, scopeOf } from './disputant.js';
import { differInAmount } from './excluding-amounts.js';
import type { FindingKind } from './finding.js';
import { meaningsOf, type Statement } from './statement.js';

/** A stretch of time is no day: "1754–1763". */
const timeSpan = /\p{N}\s*[–—]\s*\p{N}|\b\d{4}\s*-\s*\d{2,4}\b(?!-)/u;
const spanEnd = /\b(?:between|from)(?: \p{L}+)?\s*$/iu;
const spanStart = /^\s*(?:to|and|until|till|through|or)\b[^.;]*?\p{N}/iu;

function isInSpan({ text }: Statement, [start, end]: Stretch): boolean {
  if (timeSpan.test(text.slice(start, end))) return true;
  return spanEnd.test(text.slice(0, start)) && spanStart.test(text.slice(end));
}

function dayAt({ dates }: Statement, [start, end]: Stretch): ReadDate | undefined {
  return dates.find((one) => one.start >= start && one.end <= end);
}

function isOfNone(day: ReadDate, { dates }: Statement): boolean {
  return dates.every((date) => compareDates(day, date) === 'other');
}

function differInDay(sentences: Both<Statement>, stretches: Both<Stretch>): boolean {
  const [one, other] = [dayAt(sentences[0], stretches[0]), dayAt(sentences[1], stretches[1])];
  if (one !== undefined && other !== undefined) {
    // Of several days in a sentence another may be the one that is meant.
    if (!isOfNone(one, sentences[1]) || !isOfNone(other, sentences[0])) return false;
  }
  return sentences.every((sentence, at) => !isInSpan(sentence, stretches[at] ?? [0, 0]));
}

const placeKinds: ReadonlySet<string> = new Set(['place']);
const doerKinds: ReadonlySet<string> = new Set(['person', 'organisation']);
/** What lies in a town, and what a town lies in: neither keeps it from lying in the other place. */
const address =
  /\b(?:street|road|square|avenue|lane|park|hall|castle|hotel|palace|house|building|hospital|airport|station|port)\b/iu;

/** Two names of the kind that is asked for, neither of which the other document has at hand. */
function differInName({ names }: AskedThing, sides: Both<Disputant>, stretches: Both<Stretch>): boolean {
  const levels = sides.map(({ statement: { text } }, at) => address.test(text.slice(...(stretches[at] ?? [0, 0]))));
  if (levels[0] !== levels[1]) return false;
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

/** What is done on Monday may be left undone on Tuesday. */
function areOfOtherDays([one, other]: Both<Disputant>): boolean {
  const [first, second] = [one.statement.dates, other.statement.dates];
  return (
    first.length > 0 &&
    second.length > 0 &&
    first.every((day) => second.every((date) => compareDates(day, date) === 'other'))
  );
}

/** "will not reopen before May", "nobody but the Red Cross", "not all": it denies only so much. */
const exception =
  /\b(?:(?:before|until|till)(?! further)|unless|without|except|(?:nobody|no one|nothing|none) (?:but|else)|not (?:all|always|every|fully|entirely|only|both))\b/iu;

function clauseFrom(text: string, start: number): string {
  return text.slice(start).split(/[,;.](?:\s|$)/u)[0] ?? '';
}

function differInSense(sides: Both<Disputant>, stretches: Both<Stretch>): boolean {
  const isLimited = sides.some(({ statement: { text } }, at) =>
    exception.test(clauseFrom(text, stretches[at]?.[0] ?? 0)),
  );
  return !isLimited && !areOfOtherDays(sides);
}

/** Said under a condition or as a guess; a condition is of the whole sentence: "will not close if 30 pupils sign up". */
function isReserved({ words }: Statement, [from, to]: Stretch): boolean {
  return words.some(({ start, end, conditional, supposed }) => conditional || (start < to && end > from && supposed));
}

/**
 * Whether two stretches that are held for a difference cannot both be true of one thing: two amounts, two days, two names
 * of the kind that is asked for, yes and no, and both told as facts or both under a condition. `isAnswer` when both were
 * seen to be what the question asks for.
 */
export function excludeEachOther(
  asked: AskedThing,
  kind: FindingKind,
  sides: Both<Disputant>,
  stretches: Both<Stretch>,
  isAnswer: boolean,
): boolean {
  const [one, other] = sides;
  if (isReserved(one.statement, stretches[0]) !== isReserved(other.statement, stretches[1])) return false;
  switch (kind) {
    case 'number':
      return differInAmount(asked, sides, stretches, isAnswer);
    case 'date':
      return differInDay([one.statement, other.statement], stretches);
    case 'name':
      return !asked.isOpen && differInName(asked, sides, stretches);
    default:
      return differInSense(sides, stretches);
  }
}
