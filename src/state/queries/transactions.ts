import type { Kysely, Transaction } from 'kysely';
import type { StateTables } from '../state-tables.js';

export type Writing = Transaction<StateTables>;

/**
 * Whole or not at all. What is read in it stays so until its end: the dialect lets nobody else write meanwhile (see
 * sqlite-dialect.ts).
 */
export function inOne<T>(database: Kysely<StateTables>, act: (transaction: Writing) => Promise<T>): Promise<T> {
  return database.transaction().execute(act);
}

/** Several looks at one and the same state; keeps nobody from writing. */
export function lookingOnce<T>(database: Kysely<StateTables>, look: (snapshot: Writing) => Promise<T>): Promise<T> {
  return database.transaction().setAccessMode('read only').execute(look);
}
