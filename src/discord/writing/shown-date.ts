import type { Formats } from '../wording/formats.js';

/** A date of a document; `null` for none, and for whatever is not a date, so that it need not be escaped. */
export function dateOrNull(date: string | null): string | null {
  return date !== null && /^\d{4}(?:-\d{2}){0,2}$/u.test(date) ? date : null;
}

/** A date of a document in words, or `null` as above. */
export function shownDate(date: string | null, words: Pick<Formats, 'date'>): string | null {
  const known = dateOrNull(date);
  return known === null ? null : words.date(known);
}

/** The day of a moment (milliseconds since 1970) in UTC: `2016-09-09`. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
