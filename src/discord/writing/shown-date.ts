import { dateInWords } from '../../language/date-in-words.js';

/** A date of a document in words; `null` for none, and for whatever is not a date, so that it need not be escaped. */
export function shownDate(date: string | null): string | null {
  return date !== null && /^\d{4}(?:-\d{2}){0,2}$/u.test(date) ? dateInWords(date) : null;
}
