import type { Kysely } from 'kysely';
import type { Correcting, Publication, StagingStore } from '../seams/staging.js';
import type { StateTables } from '../state-tables.js';
import { noteEntry } from './audit-queries.js';
import { nextNumber } from './next-number.js';
import { readJson, texts } from './read-json.js';
import { inOne, type Writing } from './transactions.js';

function correctingOf({ collection, generation, documents }: StateTables['corrections']): Correcting {
  return { collection, generation, documents: readJson(texts, documents, `what to correct after a re-index`) };
}

export function publicationOf(row: StateTables['publications']): Publication {
  const { collection, live_before, versions, guild, actor, at, act, subject, before } = row;
  return {
    collection,
    before: live_before,
    versions: readJson(texts, versions, 'a publication that has begun'),
    entry: { guild, actor, at: Number(at), act, subject, before },
  };
}

function waitingFor(transaction: Writing, collection: string) {
  return transaction.selectFrom('corrections').selectAll().where('collection', '=', collection).executeTakeFirst();
}

/** Adds to what is waiting: the documents of all swaps, and the generation of the last. */
async function addCorrecting(transaction: Writing, { collection, generation, documents }: Correcting): Promise<void> {
  const waiting = await waitingFor(transaction, collection);
  const before = waiting === undefined ? [] : correctingOf(waiting).documents;
  const row = {
    number: await nextNumber(transaction, 'correction'),
    generation,
    documents: JSON.stringify([...new Set([...before, ...documents])]),
  };
  await transaction
    .insertInto('corrections')
    .values({ collection, ...row })
    .onConflict((conflict) => conflict.column('collection').doUpdateSet(row))
    .execute();
}

/** Equal, in whatever order the documents are. */
function isSame(one: Correcting, other: Correcting): boolean {
  const documents = new Set(one.documents);
  const others = new Set(other.documents);
  const isCovered = documents.size === others.size && other.documents.every((document) => documents.has(document));
  return one.generation === other.generation && isCovered;
}

/** Publications on their way, and what is to be corrected after them. */
export function createPublicationQueries(
  database: Kysely<StateTables>,
): Pick<StagingStore, 'begin' | 'begun' | 'finish' | 'callOff' | 'noteSwap' | 'correcting' | 'corrected'> {
  return {
    begin: ({ collection, before: liveBefore, versions, entry }) =>
      inOne(database, async (transaction) => {
        const { guild, actor, at, act, subject, before } = entry;
        const row = {
          number: await nextNumber(transaction, 'publication'),
          live_before: liveBefore,
          versions: JSON.stringify(versions),
          guild,
          actor,
          at,
          act,
          subject,
          before,
        };
        await transaction
          .insertInto('publications')
          .values({ collection, ...row })
          .onConflict((conflict) => conflict.column('collection').doUpdateSet(row))
          .execute();
      }),

    async begun() {
      const rows = await database.selectFrom('publications').selectAll().orderBy('number').execute();
      return rows.map(publicationOf);
    },

    finish: ({ collection, versions, entry }, after, correcting) =>
      inOne(database, async (transaction) => {
        await transaction.deleteFrom('publications').where('collection', '=', collection).execute();
        // One by one: a statement that names them all would be another one for each number of them.
        for (const version of versions) {
          await transaction
            .deleteFrom('staged')
            .where('collection', '=', collection)
            .where('version', '=', version)
            .execute();
        }
        await noteEntry(transaction, { ...entry, after });
        if (correcting !== null) await addCorrecting(transaction, correcting);
      }),

    async callOff(collection) {
      await database.deleteFrom('publications').where('collection', '=', collection).execute();
    },

    noteSwap: (correcting, audited) =>
      inOne(database, async (transaction) => {
        for (const entry of audited) await noteEntry(transaction, entry);
        await addCorrecting(transaction, correcting);
      }),

    async correcting() {
      const rows = await database.selectFrom('corrections').selectAll().orderBy('number').execute();
      return rows.map(correctingOf);
    },

    corrected: (done) =>
      inOne(database, async (transaction) => {
        const waiting = await waitingFor(transaction, done.collection);
        if (waiting === undefined || !isSame(correctingOf(waiting), done)) return;
        await transaction.deleteFrom('corrections').where('collection', '=', done.collection).execute();
      }),
  };
}
