import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { ServerStore } from '../seams/servers.js';
import type { StateTables } from '../state-tables.js';
import { createFactQueries } from './fact-queries.js';
import { inOne } from './transactions.js';

/** The key of the fact that a server was left; its value is when. */
const prefix = 'left ';
/** Comes after everything that begins so. */
const behindPrefix = 'left!';

const tablesOfGuilds = ['settings', 'reviews', 'golden', 'errata', 'quality'] as const;
const tablesOfCollections = ['staged', 'publications', 'corrections'] as const;

/** Values of a column that are looked for between two turns of the event loop: each is one seek in an index. */
const soughtAtOnce = 50;

/** Every value but the empty one, which stands for no server; `next` gives the first after another one. */
async function valuesOf(next: (behind: string) => Promise<string | undefined>): Promise<readonly string[]> {
  const values: string[] = [];
  for (let behind = ''; ; ) {
    const value = await next(behind);
    if (value === undefined) return values;
    values.push(value);
    behind = value;
    if (values.length % soughtAtOnce === 0) await nextTurn();
  }
}

async function guildsIn(database: Kysely<StateTables>, table: (typeof tablesOfGuilds)[number]) {
  return valuesOf(async (behind) => {
    const rows = database.selectFrom(table).select('guild').where('guild', '>', behind).orderBy('guild').limit(1);
    return (await rows.executeTakeFirst())?.guild;
  });
}

async function collectionsIn(database: Kysely<StateTables>, table: (typeof tablesOfCollections)[number]) {
  return valuesOf(async (behind) => {
    const rows = database.selectFrom(table).select('collection').where('collection', '>', behind);
    return (await rows.orderBy('collection').limit(1).executeTakeFirst())?.collection;
  });
}

async function sortedTogether(lists: readonly Promise<readonly string[]>[]): Promise<readonly string[]> {
  return [...new Set((await Promise.all(lists)).flat())].toSorted();
}

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

    kept: async () => ({
      guilds: await sortedTogether(tablesOfGuilds.map((table) => guildsIn(database, table))),
      collections: await sortedTogether(tablesOfCollections.map((table) => collectionsIn(database, table))),
    }),

    forget: (guild, collection) =>
      inOne(database, async (transaction) => {
        for (const table of tablesOfGuilds) {
          await transaction.deleteFrom(table).where('guild', '=', guild).execute();
        }
        for (const table of tablesOfCollections) {
          await transaction.deleteFrom(table).where('collection', '=', collection).execute();
        }
        await transaction.deleteFrom('facts').where('key', '=', `${prefix}${guild}`).execute();
      }),
  };
}
