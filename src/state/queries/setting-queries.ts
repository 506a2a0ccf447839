import type { Kysely } from 'kysely';
import type { SettingsStore } from '../seams/settings.js';
import type { StateTables } from '../state-tables.js';
import { noteEntry } from './audit-queries.js';
import { idOf, keyOf } from './key-of.js';
import { inOne } from './transactions.js';

export function createSettingQueries(database: Kysely<StateTables>): SettingsStore {
  return {
    async of(guild) {
      const rows = await database
        .selectFrom('settings')
        .select(['channel', 'key', 'value'])
        .where('guild', '=', guild)
        .orderBy('channel')
        .orderBy('key')
        .execute();
      return rows.map(({ channel, key, value }) => ({
        guild,
        channel: idOf(channel),
        key,
        value: JSON.parse(value) as unknown,
      }));
    },

    set: ({ guild, channel, key, value }, audited) =>
      inOne(database, async (transaction) => {
        const place = { guild, channel: keyOf(channel), key };
        if (value === null || value === undefined) {
          await transaction
            .deleteFrom('settings')
            .where('guild', '=', guild)
            .where('channel', '=', place.channel)
            .where('key', '=', key)
            .execute();
        } else {
          const json = JSON.stringify(value);
          await transaction
            .insertInto('settings')
            .values({ ...place, value: json })
            .onConflict((conflict) => conflict.columns(['guild', 'channel', 'key']).doUpdateSet({ value: json }))
            .execute();
        }
        await noteEntry(transaction, audited);
      }),
  };
}
