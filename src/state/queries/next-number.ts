import type { NumberedKind } from '../state-tables.js';
import type { Writing } from './transactions.js';

/**
 * The next number of its kind, from 1. It is counted in a row of its own: the greatest number in a table would come again
 * after its row is deleted, and the two databases have no way in common to make a key count by itself.
 */
export async function nextNumber(transaction: Writing, kind: NumberedKind): Promise<number> {
  const { last } = await transaction
    .insertInto('counters')
    .values({ kind, last: 1 })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet(({ eb }) => ({ last: eb('counters.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow();
  return Number(last);
}
