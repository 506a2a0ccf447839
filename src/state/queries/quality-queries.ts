import type { Kysely } from 'kysely';
import type { QualityStore } from '../seams/quality.js';
import type { StateTables } from '../state-tables.js';
import { keyOf } from './key-of.js';
import { nextNumber } from './next-number.js';
import { inOne } from './transactions.js';

function share(value: number | null): number | null {
  return value === null ? null : Number(value);
}

export function createQualityQueries(database: Kysely<StateTables>): QualityStore {
  return {
    note: ({ guild, generation, figures, at }) =>
      inOne(database, async (transaction) => {
        const row = {
          number: await nextNumber(transaction, 'quality'),
          at,
          questions: figures.questions,
          cited: figures.cited,
          falsely_declined: figures.falselyDeclined,
          declined: figures.declined,
          disputes_mended: figures.disputesMended,
        };
        await transaction
          .insertInto('quality')
          .values({ guild: keyOf(guild), generation, ...row })
          .onConflict((conflict) => conflict.columns(['guild', 'generation']).doUpdateSet(row))
          .execute();
      }),

    async latest(guild) {
      const row = await database
        .selectFrom('quality')
        .selectAll()
        .where('guild', '=', keyOf(guild))
        .orderBy('at', 'desc')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      const figures = {
        questions: row.questions,
        cited: share(row.cited),
        falselyDeclined: share(row.falsely_declined),
        declined: share(row.declined),
        disputesMended: share(row.disputes_mended),
      };
      return { guild, generation: row.generation, figures, at: Number(row.at) };
    },

    async forgetBefore(time) {
      const { numDeletedRows } = await database.deleteFrom('quality').where('at', '<', time).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
