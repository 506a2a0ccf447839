import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AuditEntry, AuditStore, NumberedEntry } from '../seams/audit.js';
import type { StateTables } from '../state-tables.js';
import { nextNumber } from './next-number.js';
import { inOne, type Writing } from './transactions.js';

/** Writes an entry in the transaction of the act that it tells of. */
export async function noteEntry(transaction: Writing, entry: AuditEntry): Promise<void> {
  const { guild, actor, at, act, subject, before, after } = entry;
  const number = await nextNumber(transaction, 'audit');
  await transaction.insertInto('audit').values({ number, guild, actor, at, act, subject, before, after }).execute();
}

export function entryOf(row: StateTables['audit']): NumberedEntry {
  return { ...row, number: Number(row.number), at: Number(row.at) };
}

export function createAuditQueries(database: Kysely<StateTables>): AuditStore {
  return {
    note: (entry) => inOne(database, (transaction) => noteEntry(transaction, entry)),

    async entries({ guild, actor, act = '', before, limit }) {
      let entries = database.selectFrom('audit').selectAll().where('guild', '=', guild);
      if (actor !== undefined) entries = entries.where('actor', '=', actor);
      if (before !== undefined) entries = entries.where('number', '<', before);
      // Not LIKE, which disregards case in SQLite and not in Postgres. Both count code points here.
      if (act !== '') entries = entries.where(sql`substr(act, 1, ${[...act].length})`, '=', act);
      return (await entries.orderBy('number', 'desc').limit(limit).execute()).map(entryOf);
    },

    async forgetBefore(time) {
      const { numDeletedRows } = await database.deleteFrom('audit').where('at', '<', time).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
