import type { WordToken } from '../language/word-tokens.js';

/** A date of a text: what it says of year, month (1–12), day, season and weekday; the rest is `undefined`. */
export interface ReadDate {
  readonly start: number;
  readonly end: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly season?: string;
  readonly weekday?: string;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const seasons: Readonly<Record<string, string>> = {
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
};
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const year = /^(?:1\d{3}|20\d{2})$/u;
const dayFigure = /^(\d{1,2})(?:st|nd|rd|th)?$/u;

/** Reads a date that language/quantity-mentions.ts found; `undefined` when nothing in it can be compared ("later"). */
export function readDate(
  tokens: readonly WordToken[],
  { first, end }: { readonly first: number; readonly end: number },
): ReadDate | undefined {
  const inside = tokens.slice(first, end);
  const start = inside[0]?.start;
  const stop = inside.at(-1)?.end;
  if (start === undefined || stop === undefined) return undefined;
  const parts: { year?: number; month?: number; day?: number; season?: string; weekday?: string } = {};
  const figures = inside.map(({ lower }) => lower);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(figures.join('-'));
  if (iso !== null) {
    return { start, end: stop, year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  }
  for (const { lower, shape } of inside) {
    const month = shape === 'figure' ? -1 : months.findIndex((name) => lower.length >= 3 && lower.startsWith(name));
    const day = dayFigure.exec(lower)?.[1];
    if (year.test(lower)) parts.year ??= Number(lower);
    else if (month >= 0) parts.month ??= month + 1;
    else if (day !== undefined) parts.day ??= Number(day);
    else if (seasons[lower] !== undefined) parts.season ??= seasons[lower];
    else if (weekdays.includes(lower)) parts.weekday ??= lower;
  }
  if (parts.day !== undefined && parts.month === undefined) delete parts.day;
  return Object.keys(parts).length === 0 ? undefined : { start, end: stop, ...parts };
}

const parts = ['year', 'month', 'day', 'season', 'weekday'] as const;

/** A document's own date (`2016`, `2016-09` or `2016-09-09`) as a date of its text. */
export function dateOfDocument(date: string): ReadDate | undefined {
  const [, year_, month] = /^(\d{4})(?:-(\d{2}))?/u.exec(date) ?? [];
  if (year_ === undefined) return undefined;
  return { start: 0, end: 0, year: Number(year_), ...(month === undefined ? {} : { month: Number(month) }) };
}

/** How a claim's date stands to a text's: all it says is there, something is not there, or something is otherwise. */
export function compareDates(claim: ReadDate, text: ReadDate): 'same' | 'open' | 'other' {
  let open = false;
  let shared = false;
  for (const part of parts) {
    if (claim[part] === undefined) continue;
    if (text[part] === undefined) open = true;
    else if (text[part] === claim[part]) shared = true;
    else return 'other';
  }
  return open || !shared ? 'open' : 'same';
}
