import { type Kysely, sql } from 'kysely';
import type { StateStore } from './state-store.js';
import type { StateTables } from './state-tables.js';

/** What members say of a record, one transaction a call. */
export function createFeedbackQueries(
  database: Kysely<StateTables>,
): Pick<StateStore, 'vote' | 'votes' | 'dispute' | 'disputes'> {
  /** One row if there is such a record, else none: what is inserted from it is inserted once or not at all. */
  const existing = (record: string) => database.selectFrom('records').where('id', '=', record).select('id');

  return {
    async vote(record, member, vote, at) {
      const row = existing(record).select(({ val, cast }) => [
        val(member).as('member'),
        val(vote).as('vote'),
        // In a SELECT Postgres would take the parameter for a text.
        cast<number>(val(at), 'bigint').as('at'),
      ]);
      await database
        .insertInto('votes')
        .columns(['record', 'member', 'vote', 'at'])
        .expression(row)
        .onConflict((conflict) => conflict.columns(['record', 'member']).doUpdateSet({ vote, at }))
        .execute();
    },

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

    async dispute({ record, member, text, at }) {
      const next = database
        .selectFrom('disputes')
        .where('record', '=', record)
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'));
      const row = existing(record).select(({ val, cast }) => [
        next.as('number'),
        val(member).as('member'),
        val(text).as('text'),
        cast<number>(val(at), 'bigint').as('at'),
      ]);
      await database
        .insertInto('disputes')
        .columns(['record', 'number', 'member', 'text', 'at'])
        .expression(row)
        .execute();
    },

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
