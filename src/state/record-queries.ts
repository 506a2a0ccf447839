import type { Kysely, Selectable } from 'kysely';
import { readShownResult } from './shown-result.js';
import type { ShownRecord, StateStore } from './state-store.js';
import type { StateTables } from './state-tables.js';

export interface RecordQueries extends Pick<StateStore, 'keep' | 'place' | 'find' | 'findByMessage' | 'recentTurns'> {
  /** Deletes at most `limit` records shown before `time`, the oldest; gives their number. */
  forget(time: number, limit: number): Promise<number>;
}

function recordOf(row: Selectable<StateTables['records']> | undefined): ShownRecord | null {
  const result = row === undefined ? null : readShownResult(row.result);
  if (row === undefined || result === null) return null;
  const { id, guild, channel, asker } = row;
  return { id, result, guild, channel, asker, isPrivate: row.is_private === 1, shownAt: Number(row.shown_at) };
}

function rowOf({ result, guild, channel, asker, isPrivate, shownAt }: ShownRecord) {
  const json = JSON.stringify(result);
  return { kind: result.kind, guild, channel, asker, is_private: isPrivate ? 1 : 0, shown_at: shownAt, result: json };
}

/** Kept records and the messages that show them, one transaction a call. */
export function createRecordQueries(database: Kysely<StateTables>): RecordQueries {
  return {
    async keep(record) {
      const row = rowOf(record);
      await database
        .insertInto('records')
        .values({ id: record.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    place: (record, messages) =>
      database.transaction().execute(async (transaction) => {
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
      recordOf(await database.selectFrom('records').selectAll().where('id', '=', record).executeTakeFirst()),

    async findByMessage(message) {
      const placed = database
        .selectFrom('placements')
        .innerJoin('records', 'records.id', 'placements.record')
        .selectAll('records')
        .where('placements.message', '=', message);
      return recordOf(await placed.executeTakeFirst());
    },

    async recentTurns({ channel, asker, withPrivate, since, until, limit }) {
      let turns = database
        .selectFrom('records')
        .selectAll()
        .where('channel', '=', channel)
        .where('kind', '=', 'answer')
        .where('shown_at', '>=', since);
      if (until !== undefined) turns = turns.where('shown_at', '<=', until);
      if (asker !== undefined) turns = turns.where('asker', '=', asker);
      if (asker === undefined || !withPrivate) turns = turns.where('is_private', '=', 0);
      // The id only for an order that is always the same.
      const rows = await turns.orderBy('shown_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
      return rows.map(recordOf).filter((record) => record !== null);
    },

    async forget(time, limit) {
      const oldest = database
        .selectFrom('records')
        .select('id')
        .where('shown_at', '<', time)
        .orderBy('shown_at')
        .limit(limit);
      const { numDeletedRows } = await database.deleteFrom('records').where('id', 'in', oldest).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
