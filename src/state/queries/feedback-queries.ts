import type { Kysely } from 'kysely';
import type { FeedbackStore } from '../seams/feedback.js';
import type { StateTables } from '../state-tables.js';
import { nextNumber } from './next-number.js';
import { inOne, type Writing } from './transactions.js';

type Finding = Pick<StateTables['reviews'], 'guild' | 'kind' | 'record' | 'member' | 'text' | 'at'>;

/** Opens an item of the review; gives its number. */
async function openItem(transaction: Writing, finding: Finding): Promise<number> {
  const number = await nextNumber(transaction, 'review');
  await transaction
    .insertInto('reviews')
    .values({ number, ...finding, state: 'open', settled_at: null })
    .execute();
  return number;
}

/** Where a record was shown; `undefined` when it is not there. */
function shownWhere(transaction: Writing, record: string) {
  return transaction.selectFrom('records').select(['guild', 'is_private']).where('id', '=', record).executeTakeFirst();
}

async function isInReview(transaction: Writing, record: string): Promise<boolean> {
  const item = await transaction
    .selectFrom('reviews')
    .select('number')
    .where('record', '=', record)
    .where('kind', '=', 'vote')
    .limit(1)
    .executeTakeFirst();
  return item !== undefined;
}

async function nextInRecord(transaction: Writing, record: string): Promise<number> {
  const last = await transaction
    .selectFrom('disputes')
    .select('number')
    .where('record', '=', record)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

/** What members say of a record, and what that opens in the review. */
export function createFeedbackQueries(database: Kysely<StateTables>): FeedbackStore {
  return {
    vote: (record, member, vote, at) =>
      inOne(database, async (transaction) => {
        const where = await shownWhere(transaction, record);
        if (where === undefined) return;
        await transaction
          .insertInto('votes')
          .values({ record, member, vote, at })
          .onConflict((conflict) => conflict.columns(['record', 'member']).doUpdateSet({ vote, at }))
          .execute();
        const { guild, is_private } = where;
        if (vote === 'up' || guild === null || is_private === 1 || (await isInReview(transaction, record))) return;
        await openItem(transaction, { guild, kind: 'vote', record, member: null, text: '', at });
      }),

    async votes(record) {
      const counts = await database
        .selectFrom('votes')
        .where('record', '=', record)
        .select(({ fn }) => [
          fn.countAll().filterWhere('vote', '=', 'up').as('up'),
          fn.countAll().filterWhere('vote', '=', 'down').as('down'),
        ])
        .executeTakeFirstOrThrow();
      // Postgres counts in 64 bits, which its driver hands over as a text.
      return { up: Number(counts.up), down: Number(counts.down) };
    },

    dispute: ({ record, member, text, at }) =>
      inOne(database, async (transaction) => {
        const where = await shownWhere(transaction, record);
        if (where === undefined) return;
        const { guild } = where;
        const item =
          guild === null ? null : await openItem(transaction, { guild, kind: 'dispute', record, member, text, at });
        const number = await nextInRecord(transaction, record);
        await transaction.insertInto('disputes').values({ record, number, member, text, at, item }).execute();
      }),

    async disputes(record) {
      const rows = await database
        .selectFrom('disputes')
        .select(['record', 'member', 'text', 'at'])
        .where('record', '=', record)
        .orderBy('number')
        .execute();
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
    },
  };
}
