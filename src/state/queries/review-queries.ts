import type { Kysely } from 'kysely';
import type { Audited } from '../seams/audit.js';
import type { Erratum, GoldenQuestion, ReviewItem, ReviewStore } from '../seams/feedback.js';
import type { StateTables } from '../state-tables.js';
import { noteEntry } from './audit-queries.js';
import { nextNumber } from './next-number.js';
import { inOne, lookingOnce, type Writing } from './transactions.js';

const itemColumns = ['number', 'guild', 'kind', 'record', 'text', 'at', 'state'] as const;

function itemOf(row: Pick<StateTables['reviews'], (typeof itemColumns)[number]>): ReviewItem {
  return { ...row, number: Number(row.number), at: Number(row.at) };
}

function openItems(transaction: Writing, guild: string) {
  return transaction.selectFrom('reviews').where('guild', '=', guild).where('state', '=', 'open');
}

interface Settling {
  readonly guild: string;
  readonly number: number;
  readonly state: 'accepted' | 'rejected';
}

/** False when there is no such open item. */
async function settle(transaction: Writing, { guild, number, state }: Settling, audited: Audited): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('reviews')
    .set({ state, settled_at: audited.at })
    .where('number', '=', number)
    .where('guild', '=', guild)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) return false;
  await noteEntry(transaction, audited);
  return true;
}

async function addGolden(transaction: Writing, { guild, question, wrong, at }: GoldenQuestion): Promise<void> {
  const number = await nextNumber(transaction, 'golden');
  const { document, quote } = wrong;
  await transaction.insertInto('golden').values({ number, guild, question, document, quote, at }).execute();
}

async function addErratum(transaction: Writing, { guild, document, quote, text, at }: Erratum): Promise<void> {
  const number = await nextNumber(transaction, 'erratum');
  await transaction.insertInto('errata').values({ number, guild, document, quote, text, at }).execute();
}

/** What members found wrong, and what moderators made of it. */
export function createReviewQueries(database: Kysely<StateTables>): Omit<ReviewStore, 'remarks' | 'withdraw'> {
  return {
    open: (guild, { after = 0, limit }) =>
      lookingOnce(database, async (snapshot) => {
        const items = await openItems(snapshot, guild)
          .select(itemColumns)
          .where('number', '>', after)
          .orderBy('number')
          .limit(limit)
          .execute();
        const { count } = await openItems(snapshot, guild)
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow();
        return { items: items.map(itemOf), count: Number(count) };
      }),

    async find(guild, number) {
      const row = await database
        .selectFrom('reviews')
        .select(itemColumns)
        .where('number', '=', number)
        .where('guild', '=', guild)
        .executeTakeFirst();
      return row === undefined ? null : itemOf(row);
    },

    accept: (guild, number, { golden, erratum }, audited) =>
      inOne(database, async (transaction) => {
        if (!(await settle(transaction, { guild, number, state: 'accepted' }, audited))) return false;
        if (golden !== null) await addGolden(transaction, golden);
        if (erratum !== null) await addErratum(transaction, erratum);
        return true;
      }),

    reject: (guild, number, audited) =>
      inOne(database, (transaction) => settle(transaction, { guild, number, state: 'rejected' }, audited)),

    async golden(guild) {
      const rows = await database
        .selectFrom('golden')
        .selectAll()
        .where('guild', '=', guild)
        .orderBy('number')
        .execute();
      return rows.map(({ question, document, quote, at }) => ({
        guild,
        question,
        wrong: { document, quote },
        at: Number(at),
      }));
    },

    errata: (guild, passages) =>
      lookingOnce(database, async (snapshot) => {
        const found: StateTables['errata'][] = [];
        for (const document of new Set(passages.map((passage) => passage.document))) {
          const quotes = new Set(passages.filter((passage) => passage.document === document).map(({ quote }) => quote));
          const rows = await snapshot
            .selectFrom('errata')
            .selectAll()
            .where('guild', '=', guild)
            .where('document', '=', document)
            .execute();
          found.push(...rows.filter(({ quote }) => quotes.has(quote)));
        }
        return found
          .toSorted((one, other) => Number(one.number) - Number(other.number))
          .map(({ document, quote, text, at }) => ({ guild, document, quote, text, at: Number(at) }));
      }),

    async forgetSettledBefore(time) {
      const settled = database.deleteFrom('reviews').where('settled_at', '<', time);
      return Number((await settled.executeTakeFirst()).numDeletedRows);
    },
  };
}
