import type { Kysely } from 'kysely';
import type { Remark, ReviewStore } from '../seams/feedback.js';
import type { StateTables } from '../state-tables.js';
import { noteEntry } from './audit-queries.js';
import { inOne, lookingOnce } from './transactions.js';

const passage = ['document', 'quote', 'at'] as const;

/** What accepted items left behind, and how it is taken back. */
export function createRemarkQueries(database: Kysely<StateTables>): Pick<ReviewStore, 'remarks' | 'withdraw'> {
  return {
    remarks: (guild) =>
      lookingOnce(database, async (snapshot) => {
        const errata = await snapshot
          .selectFrom('errata')
          .select([...passage, 'text', 'number'])
          .where('guild', '=', guild)
          .execute();
        const golden = await snapshot
          .selectFrom('golden')
          .select([...passage, 'question'])
          .where('guild', '=', guild)
          .orderBy('number')
          .execute();
        const remarks = new Map<number, Remark>();
        // Their index has no order that would help.
        for (const { document, quote, at, text } of errata.toSorted(
          (one, other) => Number(one.number) - Number(other.number),
        ))
          remarks.set(Number(at), { at: Number(at), document, quote, note: text, question: null });
        for (const { document, quote, at, question } of golden)
          remarks.set(Number(at), {
            at: Number(at),
            document,
            quote,
            note: null,
            ...remarks.get(Number(at)),
            question,
          });
        return [...remarks.values()].toSorted((one, other) => other.at - one.at);
      }),

    withdraw: (guild, at, audited) =>
      inOne(database, async (transaction) => {
        let deleted = 0;
        for (const table of ['golden', 'errata'] as const) {
          const { numDeletedRows } = await transaction
            .deleteFrom(table)
            .where('guild', '=', guild)
            .where('at', '=', at)
            .executeTakeFirst();
          deleted += Number(numDeletedRows);
        }
        if (deleted === 0) return false;
        await noteEntry(transaction, audited);
        return true;
      }),
  };
}
