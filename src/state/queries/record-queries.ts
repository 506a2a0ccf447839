import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely, Selectable } from 'kysely';
import type { RecordStore } from '../seams/records.js';
import type { KeptResult } from '../shown-result.js';
import type { StateTables } from '../state-tables.js';
import { documentsOf, recordColumns, recordOf, resultColumns, rowOf } from './record-rows.js';
import { inOne, type Writing } from './transactions.js';

/** Records that go in one transaction: 3 ms, for which the event loop stands still. */
const forgottenAtOnce = 50;

/** Says which documents a record cites, instead of what was said before. */
async function cite(
  row: Pick<Selectable<StateTables['citations']>, 'record' | 'guild' | 'shown_at'>,
  kept: KeptResult,
  transaction: Writing,
): Promise<void> {
  await transaction.deleteFrom('citations').where('record', '=', row.record).execute();
  for (const document of documentsOf(kept)) {
    await transaction
      .insertInto('citations')
      .values({ ...row, document })
      .execute();
  }
}

/** Kept records and the messages that show them. `isClosed` ends the forgetting of many. */
export function createRecordQueries(
  database: Kysely<StateTables>,
  isClosed: () => boolean,
): Pick<RecordStore, 'keep' | 'correct' | 'place' | 'find' | 'findByMessage' | 'forgetBefore'> {
  /** Deletes at most `limit` records shown before `time`, the oldest; gives their number. */
  async function forgetSome(time: number, limit: number): Promise<number> {
    const oldest = database
      .selectFrom('records')
      .select('id')
      .where('shown_at', '<', time)
      .orderBy('shown_at')
      .limit(limit);
    const { numDeletedRows } = await database.deleteFrom('records').where('id', 'in', oldest).executeTakeFirst();
    return Number(numDeletedRows);
  }

  return {
    keep: (record) =>
      inOne(database, async (transaction) => {
        const { id, guild, shownAt } = record;
        const row = rowOf(record);
        await transaction
          .insertInto('records')
          .values({ id, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
        await cite({ record: id, guild, shown_at: shownAt }, record, transaction);
      }),

    correct: (id, shown) =>
      inOne(database, async (transaction) => {
        const row = await transaction
          .selectFrom('records')
          .select(['guild', 'shown_at'])
          .where('id', '=', id)
          .executeTakeFirst();
        if (row === undefined) return false;
        await transaction.updateTable('records').set(resultColumns(shown)).where('id', '=', id).execute();
        await cite({ record: id, ...row }, shown, transaction);
        return true;
      }),

    place: (record, messages) =>
      inOne(database, async (transaction) => {
        for (const message of messages) {
          // Inserts what is selected: nothing where there is no such record.
          const placement = transaction
            .selectFrom('records')
            .where('id', '=', record)
            .select(({ val }) => ['id', val(message).as('message')]);
          await transaction
            .insertInto('placements')
            .columns(['record', 'message'])
            .expression(placement)
            .onConflict((conflict) => conflict.column('message').doUpdateSet({ record }))
            .execute();
        }
      }),

    find: async (record) =>
      recordOf(await database.selectFrom('records').select(recordColumns).where('id', '=', record).executeTakeFirst()),

    async findByMessage(message) {
      const placed = database
        .selectFrom('records')
        .select(recordColumns)
        .where('id', '=', (where) => where.selectFrom('placements').select('record').where('message', '=', message));
      return recordOf(await placed.executeTakeFirst());
    },

    async forgetBefore(time) {
      for (let forgotten = 0; ; ) {
        const some = await forgetSome(time, forgottenAtOnce);
        forgotten += some;
        if (some < forgottenAtOnce) return forgotten;
        await nextTurn();
        if (isClosed()) return forgotten;
      }
    },
  };
}
