import { isAskedAmount } from './asked-amounts.js';
import type { AskedThing } from './asked-thing.js';
import { keyWords } from './compare-names.js';
import { compareDates, type ReadDate } from './dates.js';
import type { Both, Disputant, Stretch } from './disputant.js';
import type { FindingKind } from './finding.js';
import { isSource } from './other-names.js';
import type { Quantity } from './quantities.js';
import { meaningsOf, type Statement } from './statement.js';

/** The one thing in a sentence that answers, of the kind that a question asks for. */
export interface AskedAnswer {
  readonly kind: FindingKind;
  readonly stretch: Stretch;
}

/** The same word, another form or a synonym of it. */
const surely = 0.85;
const saidOf = / (?:of|is|was|are|were|at|to)(?: (?:only|now|about))? $/u;

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** A stretch of time, or one end of it, is no day. */
const spanBefore = /\b(?:since|until|till|before|after|by|between|to|through|and|from)\s*$/iu;
const spanAfter = /^\s*(?:[–—-]|to\b|and\b|until\b|through\b|or\b)\s*(?:\p{L}+\s+)?\p{N}/iu;

/** True for a day that the question has not said, told as the day itself. */
function isDay({ statement }: AskedThing, { text }: Statement, date: ReadDate): boolean {
  if (date.year === undefined && date.month === undefined) return false;
  if (statement.dates.some((asked) => compareDates(asked, date) === 'same')) return false;
  return !spanBefore.test(text.slice(0, date.start)) && !spanAfter.test(text.slice(date.end));
}

const wherePreposition = / (?:in|on|at|from) (?:the )?$/u;

/** True for the place right after what the question asks of: "rises on Mount Ister". */
function isWhere({ statement, asked }: Disputant, { start }: { readonly start: number }): boolean {
  const before = statement.text.slice(0, start);
  const end = before.search(wherePreposition);
  const at = statement.words.findIndex((word) => word.end === end);
  return at >= 0 && (asked[0] ?? []).some((match) => match.at === at && match.strength >= surely);
}

/** Of several amounts the one that the question's word is said of: "a population of 16,900 and two hotels". */
function amountSaidOf({ statement, asked }: Disputant, amounts: readonly Quantity[]): Quantity | undefined {
  return only(
    amounts.filter(({ start }) => {
      const found = saidOf.exec(statement.text.slice(0, start));
      const at = statement.words.findIndex((word) => word.end === found?.index);
      return at >= 0 && (asked[0] ?? []).some((match) => match.at === at && match.strength >= surely);
    }),
  );
}

/** Of an asked kind the one answer that a sentence gives; `undefined` when it gives none or several. */
function answerOf(asked: AskedThing, side: Disputant, kind: FindingKind): Stretch | undefined {
  const { statement } = side;
  if (kind === 'number') {
    const amounts = statement.quantities.filter((quantity) => isAskedAmount(asked, side, quantity));
    const found = only(amounts) ?? amountSaidOf(side, amounts);
    return found === undefined ? undefined : [found.start, found.end];
  }
  if (kind === 'date') {
    const found = only(statement.dates);
    return found === undefined || !isDay(asked, statement, found) ? undefined : [found.start, found.end];
  }
  if (kind !== 'name') return undefined;
  const names = statement.names.filter(
    (name) =>
      !isSource(statement, name) &&
      !keyWords(statement, name).some((word) => meaningsOf(word).some((term) => asked.statement.terms.has(term))),
  );
  const found = only(names);
  // One place may lie in the other: "found in a bog in Torland", "found near Ulm".
  if (found === undefined || (asked.names === 'place' && !isWhere(side, found))) return undefined;
  return [found.start, found.end];
}

/** What each of two sentences gives as the answer, where both give one of the same kind. */
export function answersOf(asked: AskedThing, [one, other]: Both<Disputant>): Both<AskedAnswer> | undefined {
  for (const kind of ['number', 'date', 'name'] as const) {
    if (!asked.kinds.has(kind)) continue;
    const first = answerOf(asked, one, kind);
    const second = answerOf(asked, other, kind);
    if (first === undefined || second === undefined) continue;
    return [
      { kind, stretch: first },
      { kind, stretch: second },
    ];
  }
  return undefined;
}
