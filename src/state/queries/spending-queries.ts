import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { PersonalData } from '../seams/personal.js';
import type { SpendingStore, Spent } from '../seams/spending.js';
import type { StateTables } from '../state-tables.js';
import { nextNumber } from './next-number.js';
import { inOne, lookingOnce, type Writing } from './transactions.js';

const nothing: Spent = { tokens: 0, microDollars: 0 };

async function sumOf(notes: SelectQueryBuilder<StateTables, 'spending', object>): Promise<Spent> {
  const { tokens, micro_dollars } = await notes
    .select(({ fn }) => [fn.sum('tokens').as('tokens'), fn.sum('micro_dollars').as('micro_dollars')])
    .executeTakeFirstOrThrow();
  // The sum of no rows is null, and Postgres's driver hands one over as a text.
  return { tokens: Number(tokens ?? 0), microDollars: Number(micro_dollars ?? 0) };
}

/** The notes of one member, oldest first. */
export async function spendingOf(snapshot: Writing, member: string): Promise<PersonalData['spending']> {
  const notes = snapshot.selectFrom('spending').select(['guild', 'at', 'tokens', 'micro_dollars']);
  const rows = await notes.where('member', '=', member).orderBy('at').orderBy('number').execute();
  return rows.map(({ guild, at, tokens, micro_dollars }) => ({
    guild,
    at: Number(at),
    tokens: Number(tokens),
    microDollars: Number(micro_dollars),
  }));
}

/** Every note is a row until no budget looks back so far: sums are exact at every moment, as quotas are. */
export function createSpendingQueries(database: Kysely<StateTables>): SpendingStore {
  return {
    note: ({ guild, member, at, tokens, microDollars }) =>
      inOne(database, async (transaction) => {
        const number = await nextNumber(transaction, 'spending');
        await transaction
          .insertInto('spending')
          .values({ number, guild, member, at, tokens, micro_dollars: microDollars })
          .execute();
      }),

    since: (since, { guild, member }) =>
      lookingOnce(database, async (snapshot) => {
        const all = snapshot.selectFrom('spending').where('at', '>=', since);
        return {
          member: member === null ? nothing : await sumOf(all.where('member', '=', member)),
          server: guild === null ? nothing : await sumOf(all.where('guild', '=', guild)),
          all: await sumOf(all),
        };
      }),

    async forgetBefore(time) {
      const { numDeletedRows } = await database.deleteFrom('spending').where('at', '<', time).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
