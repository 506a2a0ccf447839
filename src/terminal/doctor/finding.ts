import { ParleyError } from '../../errors.js';

/** What one look came to. */
export interface Finding {
  /** What was looked at, a few words. */
  readonly name: string;
  readonly ok: boolean;
  /** A sentence without secrets. */
  readonly what: string;
  /** What to type or change; `null` when nothing is wrong. */
  readonly remedy: string | null;
}

export function well(name: string, what: string): Finding {
  return { name, ok: true, what, remedy: null };
}

export function unwell(name: string, what: string, remedy: string): Finding {
  return { name, ok: false, what, remedy };
}

/** What an error says of the thing that was looked at. @throws what is no error for a person */
export function unwellBecause(name: string, error: unknown): Finding {
  if (error instanceof ParleyError) return unwell(name, error.message, error.remedy);
  throw error;
}
