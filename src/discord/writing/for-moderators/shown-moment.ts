import { english } from '../../wording/english.js';
import { shownDate } from '../shown-date.js';

/** A moment of ISO 8601 in UTC as "29 November 2026, 14:33 UTC"; `null` for none, and for what is none. */
export function shownMoment(moment: string | null): string | null {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::[\d.]+)?Z$/u.exec(moment ?? '') ?? [];
  const day = shownDate(date ?? null, english);
  return day === null || time === undefined ? null : `${day}, ${time} UTC`;
}
