import { endWithYear, gapAt, isDay, isMonth, monthAt, roleAt, withEarly } from './calendar-dates.js';
import { centuryAt, figureDateAt } from './figure-dates.js';
import { quantityRoles } from './quantity-words.js';
import type { TokenSpan, WordToken } from './word-tokens.js';

const relativeUnits = new Set(
  `second minute hour day days week weeks month months year years decade decades century centuries night weekend spring summer
  autumn winter fall season morning afternoon evening times generation millennium`.split(/\s+/),
);

function weekdayAt(tokens: readonly WordToken[], at: number): TokenSpan<'date'> {
  const gap = gapAt(tokens, at + 1);
  const first = roleAt(tokens, at - 1) === 'relative' && gapAt(tokens, at) === ' ' ? at - 1 : at;
  if (gap === ', ' || gap === ' ') {
    const follower = tokens[at + 1];
    if (follower !== undefined && isMonth(tokens, at + 1)) return monthAt(tokens, at + 1, first);
    if (isDay(follower) && isMonth(tokens, at + 2)) return monthAt(tokens, at + 2, first);
    if (/^(?:morning|afternoon|evening|night)$/.test(follower?.lower ?? ''))
      return { kind: 'date', first, end: at + 2 };
  }
  return { kind: 'date', first, end: at + 1 };
}

function seasonAt(tokens: readonly WordToken[], at: number): TokenSpan<'date'> | undefined {
  const end = endWithYear(tokens, at + 1);
  if (end > at + 1) return { kind: 'date', first: withEarly(tokens, at), end };
  if (tokens[at]?.lower === 'fall') return undefined;
  const before = tokens[at - 1]?.lower ?? '';
  const beforeThat = tokens[at - 2]?.lower ?? '';
  const timed =
    /^(?:in|during|by|until|since|before|after)$/.test(before === 'the' ? beforeThat : before) ||
    roleAt(tokens, at - 1) === 'early';
  return timed && gapAt(tokens, at) === ' ' && gapAt(tokens, at + 1) !== '-'
    ? { kind: 'date', first: withEarly(tokens, at), end: at + 1 }
    : undefined;
}

/** "last week", "the following year", "in recent years"; not "this" before a plural or "last" as a verb. */
function relativeAt(tokens: readonly WordToken[], at: number): TokenSpan<'date'> | undefined {
  const next = tokens[at + 1];
  if (next === undefined || next.gap !== ' ') return undefined;
  if (roleAt(tokens, at + 1) === 'weekday' && tokens[at]?.lower !== 'same') return weekdayAt(tokens, at + 1);
  if (roleAt(tokens, at + 1) === 'month' && /^(?:last|next|this)$/.test(tokens[at]?.lower ?? ''))
    return monthAt(tokens, at + 1, at);
  if (relativeUnits.has(next.lower)) return { kind: 'date', first: at, end: at + 2 };
  const few = /^(?:few|two|three|four|five|six|seven|eight|nine|ten|twenty|several|\d+)$/.test(next.lower);
  if (few && relativeUnits.has(tokens[at + 2]?.lower ?? '') && gapAt(tokens, at + 2) === ' ')
    return { kind: 'date', first: at, end: at + 3 };
  return undefined;
}

/** The date, time of day or period that begins at a token (words before it such as "late" are taken in). */
export function dateAt(text: string, tokens: readonly WordToken[], at: number): TokenSpan<'date'> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.shape === 'figure') return figureDateAt(text, tokens, at);
  switch (quantityRoles.get(token.lower)) {
    case 'month':
    case 'month-short':
      return isMonth(tokens, at) ? monthAt(tokens, at, at) : undefined;
    case 'weekday':
      return token.shape === 'lower' && token.lower === 'sun' ? undefined : weekdayAt(tokens, at);
    case 'season':
      return seasonAt(tokens, at);
    case 'cardinal':
    case 'ordinal':
      return centuryAt(tokens, at) ?? ordinalDayAt(tokens, at);
    case 'relative':
      return relativeAt(tokens, at);
    case 'deictic':
    case 'holiday':
      return { kind: 'date', first: at, end: endWithYear(tokens, at + 1) };
    case 'era':
      return token.shape === 'lower' && token.lower === 'renaissance'
        ? undefined
        : { kind: 'date', first: withEarly(tokens, at), end: at + 1 };
    default:
      return undefined;
  }
}

/** "the ninth of September". */
function ordinalDayAt(tokens: readonly WordToken[], at: number): TokenSpan<'date'> | undefined {
  if (roleAt(tokens, at) !== 'ordinal') return undefined;
  if (tokens[at + 1]?.lower === 'of' && isMonth(tokens, at + 2)) return monthAt(tokens, at + 2, at);
  return undefined;
}
