import type { Kysely } from 'kysely';
import type { ServerStore } from '../seams/servers.js';
import type { StateTables } from '../state-tables.js';
import { createFactQueries } from './fact-queries.js';
import { inOne } from './transactions.js';

/** The key of the fact that a server was left; its value is when. */
const prefix = 'left ';
/** Comes after everything that begins so. */
const behindPrefix = 'left!';

/** Servers that were left, as facts about this installation. */
export function createServerQueries(database: Kysely<StateTables>): ServerStore {
  const facts = createFactQueries(database);
  return {
    left: (guild, at) => facts.set(`${prefix}${guild}`, String(at)),
    cameBack: (guild) => facts.set(`${prefix}${guild}`, null),

    async leftBefore(time) {
      const rows = await database
        .selectFrom('facts')
        .selectAll()
        .where('key', '>=', prefix)
        .where('key', '<', behindPrefix)
        .orderBy('key')
        .execute();
      return rows.filter(({ value }) => Number(value) < time).map(({ key }) => key.slice(prefix.length));
    },

    forget: (guild, collection) =>
      inOne(database, async (transaction) => {
        for (const table of ['settings', 'reviews', 'golden', 'errata', 'quality'] as const) {
          await transaction.deleteFrom(table).where('guild', '=', guild).execute();
        }
        for (const table of ['staged', 'publications', 'corrections'] as const) {
          await transaction.deleteFrom(table).where('collection', '=', collection).execute();
        }
        await transaction.deleteFrom('facts').where('key', '=', `${prefix}${guild}`).execute();
      }),
  };
}
