import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { PersonalStore } from '../seams/personal.js';
import { StateError } from '../state-error.js';
import type { StateTables } from '../state-tables.js';
import { inOne, type Writing } from './transactions.js';

/** Rows of each kind that go in one transaction: some milliseconds, for which the event loop stands still. */
const forgottenAtOnce = 50;

async function forgetRecords(transaction: Writing, member: string): Promise<number> {
  const oldest = transaction
    .selectFrom('records')
    .select('id')
    .where('asker', '=', member)
    .orderBy('shown_at')
    .limit(forgottenAtOnce);
  const { numDeletedRows } = await transaction.deleteFrom('records').where('id', 'in', oldest).executeTakeFirst();
  return Number(numDeletedRows);
}

/** The time of the last row that goes at once; `null` when all that are left may. */
async function endOfSome(
  table: 'votes' | 'disputes' | 'uses' | 'reviews' | 'spending',
  transaction: Writing,
  member: string,
): Promise<number | null> {
  const rows = transaction.selectFrom(table).select('at').where('member', '=', member);
  const last = await rows
    .orderBy('at')
    .limit(1)
    .offset(forgottenAtOnce - 1)
    .executeTakeFirst();
  return last === undefined ? null : Number(last.at);
}

/** True when none is left. */
async function forgetSaid(
  table: 'votes' | 'disputes' | 'uses',
  transaction: Writing,
  member: string,
): Promise<boolean> {
  const end = await endOfSome(table, transaction, member);
  const all = transaction.deleteFrom(table).where('member', '=', member);
  await (end === null ? all : all.where('at', '<=', end)).execute();
  return end === null;
}

/** True when no word is left. */
async function forgetReviews(transaction: Writing, member: string): Promise<boolean> {
  const end = await endOfSome('reviews', transaction, member);
  const open = transaction.deleteFrom('reviews').where('member', '=', member).where('state', '=', 'open');
  await (end === null ? open : open.where('at', '<=', end)).execute();
  // What was settled stays as a number in the history; who said it and what go.
  const settled = transaction.updateTable('reviews').set({ member: null, text: '' }).where('member', '=', member);
  await (end === null ? settled : settled.where('at', '<=', end)).execute();
  return end === null;
}

/** True when none names the member any more: what was spent stays in the sums of the server and of all. */
async function forgetWhoSpent(transaction: Writing, member: string): Promise<boolean> {
  const end = await endOfSome('spending', transaction, member);
  const spent = transaction.updateTable('spending').set({ member: null }).where('member', '=', member);
  await (end === null ? spent : spent.where('at', '<=', end)).execute();
  return end === null;
}

/** Some of everything; `isAll` when there is nothing left of any kind, which is then so in this one transaction. */
function forgetSome(database: Kysely<StateTables>, member: string) {
  return inOne(database, async (transaction) => {
    const records = await forgetRecords(transaction, member);
    const isGone = [records < forgottenAtOnce];
    for (const table of ['votes', 'disputes', 'uses'] as const) {
      isGone.push(await forgetSaid(table, transaction, member));
    }
    isGone.push(await forgetReviews(transaction, member));
    isGone.push(await forgetWhoSpent(transaction, member));
    return { records, isAll: !isGone.includes(false) };
  });
}

/** Deletes what is kept about one person. `isClosed` ends it between two transactions. */
export function createPersonalForgetting(
  database: Kysely<StateTables>,
  isClosed: () => boolean,
): Pick<PersonalStore, 'forget'> {
  return {
    async forget(member) {
      for (let forgotten = 0; ; ) {
        const { records, isAll } = await forgetSome(database, member);
        forgotten += records;
        if (isAll) return forgotten;
        await nextTurn();
        if (isClosed()) throw new StateError('The state was closed before all was deleted.', 'Delete it again.');
      }
    },
  };
}
