import {
  endOfYear,
  eraName,
  gapAt,
  isDay,
  isMonth,
  monthAt,
  rangeDash,
  roleAt,
  spaced,
  withEarly,
  yearFigure,
} from './calendar-dates.js';
import { quantityRoles } from './quantity-words.js';
import type { TokenSpan, WordToken } from './word-tokens.js';

const decadeFigure = /^(?:[1-9]\d{2}0s|[1-9]0s|\d{2}00s)$/;
const ordinalFigure = /^\d{1,3}(?:st|nd|rd|th)$/;
const shortFigure = /^\d{1,3}$/;
const dayTime = /^(?:am|pm|a\.m\.?|p\.m\.?)$/;

/** Before a year; where one stands, even "in 1980 women voted" is a date. */
const beforeYear = new Set(
  'in since until till by during before after year around circa c ca early late mid ad through spring summer autumn winter fall'.split(
    ' ',
  ),
);

/** Irregular plurals that show a four-digit figure to be a count. */
const people = new Set(['people', 'men', 'women', 'children', 'soldiers', 'troops', 'students', 'copies', 'deaths']);

/** True when a four-digit figure counts something: "1500 men", "2000 km". */
function countsSomething(tokens: readonly WordToken[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || (next.gap !== ' ' && next.gap !== '-')) return false;
  const role = quantityRoles.get(next.lower);
  if (role === 'measure' || role === 'magnitude' || role === 'percent' || role === 'currency') return true;
  if (role === 'time-unit') return next.lower.endsWith('s');
  return people.has(next.lower) || (next.shape === 'lower' && /[^suia]s$/.test(next.lower) && next.lower !== 'has');
}

export function centuryAt(tokens: readonly WordToken[], at: number): TokenSpan<'date'> | undefined {
  let end = at;
  for (let parts = 0; parts < 3; parts += 1) {
    const token = tokens[end];
    if (
      token === undefined ||
      !(ordinalFigure.test(token.lower) || roleAt(tokens, end) === 'ordinal' || roleAt(tokens, end) === 'cardinal')
    )
      return undefined;
    end += 1;
    const next = tokens[end];
    if (next === undefined) return undefined;
    if (roleAt(tokens, end) === 'century' && spaced(next.gap)) {
      return { kind: 'date', first: withEarly(tokens, at), end: endOfYear(tokens, end + 1) };
    }
    if (next.lower === 'and' || next.lower === 'or' || next.lower === 'to' || next.lower === 'through') end += 1;
    if (roleAt(tokens, end) === 'early') end += 1;
  }
  return undefined;
}

export function figureDateAt(text: string, tokens: readonly WordToken[], at: number): TokenSpan<'date'> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const clock = clockAt(tokens, at);
  if (clock !== undefined) return clock;
  if (decadeFigure.test(token.lower)) {
    const pair = tokens[at + 1]?.lower;
    const second = tokens[at + 2];
    const continues = (pair === 'and' || pair === 'to') && second !== undefined && decadeFigure.test(second.lower);
    return { kind: 'date', first: withEarly(tokens, at), end: continues ? at + 3 : at + 1 };
  }
  if (isDay(token)) {
    if (spaced(gapAt(tokens, at + 1)) && isMonth(tokens, at + 1)) return monthAt(tokens, at + 1, at);
    if (tokens[at + 1]?.lower === 'of' && isMonth(tokens, at + 2)) return monthAt(tokens, at + 2, at);
    const to = tokens[at + 1];
    const through =
      to !== undefined && (rangeDash.test(to.gap) ? at + 1 : /^(?:to|and)$/.test(to.lower) ? at + 2 : undefined);
    if (typeof through === 'number' && isDay(tokens[through]) && isMonth(tokens, through + 1))
      return monthAt(tokens, through + 1, at);
  }
  const numeric = numericDateAt(tokens, at);
  if (numeric !== undefined) return numeric;
  if (ordinalFigure.test(token.lower)) return centuryAt(tokens, at);
  return yearAt(text, tokens, at);
}

/** "2016-09-09", "9/11/2001". */
function numericDateAt(tokens: readonly WordToken[], at: number): TokenSpan<'date'> | undefined {
  const separator = gapAt(tokens, at + 1);
  if ((separator !== '-' && separator !== '/') || gapAt(tokens, at + 2) !== separator) return dotted(tokens, at);
  const parts = [tokens[at], tokens[at + 1], tokens[at + 2]].map((token) => token?.lower ?? '');
  return /^(?:\d{4}-\d\d?-\d\d?|\d\d?-\d\d?-(?:\d{4}|\d\d))$/.test(parts.join('-'))
    ? { kind: 'date', first: at, end: at + 3 }
    : undefined;
}

function dotted(tokens: readonly WordToken[], at: number): TokenSpan<'date'> | undefined {
  return /^\d\d?\.\d\d?\.(?:19|20)\d\d$/.test(tokens[at]?.lower ?? '')
    ? { kind: 'date', first: at, end: at + 1 }
    : undefined;
}

/** "5:30 p.m.", "3 am". */
function clockAt(tokens: readonly WordToken[], at: number): TokenSpan<'date'> | undefined {
  const hour = tokens[at]?.lower ?? '';
  if (!/^\d\d?(?:\.\d\d)?(?:am|pm)?$/.test(hour)) return undefined;
  if (/[ap]m$/.test(hour)) return { kind: 'date', first: at, end: at + 1 };
  const minutes = gapAt(tokens, at + 1) === ':' && /^\d\d(?:am|pm)?$/.test(tokens[at + 1]?.lower ?? '');
  const next = minutes ? at + 2 : at + 1;
  if (gapAt(tokens, next) === ' ' && dayTime.test(tokens[next]?.lower ?? ''))
    return { kind: 'date', first: at, end: next + 1 };
  return minutes ? { kind: 'date', first: at, end: next } : undefined;
}

function yearAt(text: string, tokens: readonly WordToken[], at: number): TokenSpan<'date'> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const before = tokens[at - 1]?.lower ?? '';
  const next = tokens[at + 1];
  if (/[$€£¥₽₹]\s?$/.test(token.gap) || /^\s?%/.test(text.slice(token.end, token.end + 2))) return undefined;
  const era = next !== undefined && next.gap === ' ' && eraName.test(next.lower) && next.shape !== 'lower';
  if (shortFigure.test(token.lower)) {
    if (era) return { kind: 'date', first: at, end: endOfYear(tokens, at + 1) };
    if (eraName.test(before) && tokens[at - 1]?.shape !== 'lower') return { kind: 'date', first: at - 1, end: at + 1 };
    // "in 907," is a year; "in 28 days", "in 12 countries" and "in 5" are not.
    const ends =
      next === undefined ||
      /^(?:[,;.)]|\s?[–-])/.test(next.gap) ||
      /^(?:as|and|by|to|with|when|after|but|under|at|the)$/.test(next.lower);
    return token.word.length === 3 && /^(?:in|since|until)$/.test(before) && ends
      ? { kind: 'date', first: at, end: at + 1 }
      : undefined;
  }
  if (!yearFigure.test(token.lower)) return undefined;
  const role = roleAt(tokens, at + 1);
  const measured = role === 'measure' || role === 'magnitude' || role === 'percent' || role === 'currency';
  if (measured && next?.gap === ' ') return undefined;
  if (!beforeYear.has(before) && countsSomething(tokens, at)) return undefined;
  const first = /^(?:c|ca|circa|around|ad)$/.test(before) ? at - 1 : withEarly(tokens, at);
  return { kind: 'date', first, end: endOfYear(tokens, at + 1) };
}
