import type { Kysely } from 'kysely';
import type { FactStore } from '../seams/facts.js';
import type { StateTables } from '../state-tables.js';

export function createFactQueries(database: Kysely<StateTables>): FactStore {
  return {
    async get(key) {
      const row = await database.selectFrom('facts').select('value').where('key', '=', key).executeTakeFirst();
      return row?.value ?? null;
    },

    async set(key, value) {
      if (value === null) {
        await database.deleteFrom('facts').where('key', '=', key).execute();
        return;
      }
      await database
        .insertInto('facts')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },
  };
}
