import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { AskedQuery, RecordStore } from '../seams/records.js';
import type { StateTables } from '../state-tables.js';
import { recordColumns, recordsOf } from './record-rows.js';
import { lookingOnce, type Writing } from './transactions.js';

type AnswersSince = Pick<AskedQuery, 'guild' | 'since'>;

function answersOf(
  database: Kysely<StateTables>,
  { guild, since }: AnswersSince,
): SelectQueryBuilder<StateTables, 'records', object> {
  return database
    .selectFrom('records')
    .where('guild', '=', guild)
    .where('kind', '=', 'answer')
    .where('shown_at', '>=', since);
}

/** The time that `percent` of the answers took at most: the one at that place when the `count` are in order. */
async function nearestRank(
  snapshot: Writing,
  query: AnswersSince,
  count: number,
  percent: number,
): Promise<number | null> {
  if (count === 0) return null;
  const row = await answersOf(snapshot, query)
    .where('total_ms', 'is not', null)
    .select('total_ms')
    .orderBy('total_ms')
    .limit(1)
    .offset(Math.ceil((count * percent) / 100) - 1)
    .executeTakeFirstOrThrow();
  return row.total_ms === null ? null : Number(row.total_ms);
}

/** What members asked, and how the answers did. */
export function createAskingQueries(
  database: Kysely<StateTables>,
): Pick<RecordStore, 'recentTurns' | 'asked' | 'figures'> {
  return {
    async recentTurns({ channel, asker, withPrivate, since, until, limit }) {
      let turns = database
        .selectFrom('records')
        .select(recordColumns)
        .where('channel', '=', channel)
        .where('kind', '=', 'answer')
        .where('shown_at', '>=', since);
      if (until !== undefined) turns = turns.where('shown_at', '<=', until);
      if (asker !== undefined) turns = turns.where('asker', '=', asker);
      if (asker === undefined || !withPrivate) turns = turns.where('is_private', '=', 0);
      // The id only for an order that is always the same.
      return recordsOf(await turns.orderBy('shown_at', 'desc').orderBy('id', 'desc').limit(limit).execute());
    },

    async asked({ guild, since, outcome, limit }) {
      let answers = answersOf(database, { guild, since }).where('is_private', '=', 0);
      if (outcome !== undefined) answers = answers.where('outcome', '=', outcome);
      const newest = answers.select(recordColumns).orderBy('shown_at', 'desc').orderBy('id', 'desc').limit(limit);
      return recordsOf(await newest.execute());
    },

    figures: (query) =>
      lookingOnce(database, async (snapshot) => {
        const counts = await answersOf(snapshot, query)
          // Says nothing of them, and lets the index find them by time.
          .where('is_private', 'in', [0, 1])
          .select(({ fn }) => [
            fn.countAll().filterWhere('outcome', '=', 'answered').as('answered'),
            fn.countAll().filterWhere('outcome', '=', 'declined').as('declined'),
          ])
          .executeTakeFirstOrThrow();
        // Postgres counts in 64 bits, which its driver hands over as a text.
        const [answered, declined] = [Number(counts.answered), Number(counts.declined)];
        const p50Ms = await nearestRank(snapshot, query, answered + declined, 50);
        const p95Ms = await nearestRank(snapshot, query, answered + declined, 95);
        return { answered, declined, p50Ms, p95Ms };
      }),
  };
}
