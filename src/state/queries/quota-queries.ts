import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { QuotaScope, QuotaStore, Taken, Use } from '../seams/quotas.js';
import type { StateTables } from '../state-tables.js';
import { keyOf } from './key-of.js';
import { inOne, type Writing } from './transactions.js';

const scopes: readonly QuotaScope[] = ['member', 'channel', 'server'];

type Uses = SelectQueryBuilder<StateTables, 'uses', object>;

/** The uses that share a window with this one; `null` for a scope that does not hold where it is. */
function usesWith(transaction: Writing, { guild, channel, member }: Use, scope: QuotaScope): Uses | null {
  const inGuild = transaction.selectFrom('uses').where('guild', '=', keyOf(guild));
  if (scope === 'member') return inGuild.where('member', '=', member);
  if (guild === null) return null;
  return scope === 'channel' ? inGuild.where('channel', '=', channel) : inGuild;
}

/** The rows that are equal to a use in all but their number. */
function equalTo({ guild, channel, member, at }: Use) {
  return [
    ['member', member],
    ['guild', keyOf(guild)],
    ['at', at],
    ['channel', channel],
  ] as const;
}

/** The greatest number among equal uses; 0 when there is none. */
async function lastOf(transaction: Writing, use: Use): Promise<number> {
  let equal = transaction.selectFrom('uses').select('number');
  for (const [column, value] of equalTo(use)) equal = equal.where(column, '=', value);
  const row = await equal.orderBy('number', 'desc').limit(1).executeTakeFirst();
  return Number(row?.number ?? 0);
}

/** Exact sliding windows: every use is a row until it is too old for any of them. */
export function createQuotaQueries(database: Kysely<StateTables>): QuotaStore {
  return {
    take: (use, limits) =>
      inOne(database, async (transaction): Promise<Taken> => {
        let longest: Extract<Taken, { isTaken: false }> | null = null;
        for (const by of scopes) {
          const limit = limits[by];
          const uses = limit === undefined ? null : usesWith(transaction, use, by);
          if (limit === undefined || uses === null) continue;
          // The window is full when the `count`th use, from the newest back, is still inside. There is room once it is out.
          const full = await uses
            .where('at', '>', use.at - limit.windowMs)
            .select('at')
            .orderBy('at', 'desc')
            .limit(1)
            .offset(limit.count - 1)
            .executeTakeFirst();
          if (full === undefined) continue;
          const waitMs = Number(full.at) + limit.windowMs - use.at;
          if (longest === null || waitMs > longest.waitMs) longest = { isTaken: false, by, waitMs };
        }
        if (longest !== null) return longest;
        const { guild, channel, member, at } = use;
        const number = (await lastOf(transaction, use)) + 1;
        await transaction
          .insertInto('uses')
          .values({ guild: keyOf(guild), channel, member, at, number })
          .execute();
        return { isTaken: true };
      }),

    giveBack: (use) =>
      inOne(database, async (transaction) => {
        let last = transaction.deleteFrom('uses').where('number', '=', await lastOf(transaction, use));
        for (const [column, value] of equalTo(use)) last = last.where(column, '=', value);
        await last.execute();
      }),

    async forgetBefore(time) {
      const { numDeletedRows } = await database.deleteFrom('uses').where('at', '<', time).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
