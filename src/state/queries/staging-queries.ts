import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DocumentMetadata, SourceFile } from '../../types.js';
import type { StagedChange, StagingStore } from '../seams/staging.js';
import type { StateTables } from '../state-tables.js';
import { noteEntry } from './audit-queries.js';
import { nextNumber } from './next-number.js';
import { readJson, texts } from './read-json.js';
import { inOne, type Writing } from './transactions.js';

const metadataSchema = z.object({
  title: z.string(),
  titleIsDescriptive: z.boolean(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  date: z.string().nullable(),
  licence: z.string().nullable(),
  url: z.string().nullable(),
}) satisfies z.ZodType<DocumentMetadata>;

const sourceSchema = z.object({
  path: z.string(),
  bytes: z.number(),
  modifiedMs: z.number(),
  sha256: z.string(),
}) satisfies z.ZodType<SourceFile>;

export function changeOf(row: StateTables['staged']): StagedChange {
  const { collection, document, version, by } = row;
  const change = { collection, document, version, by, at: Number(row.at) };
  if (row.kind === 'remove') return { kind: 'remove', ...change };
  const what = `the staged change of ${document}`;
  const metadata = readJson(metadataSchema, row.metadata ?? '', what);
  const source = readJson(sourceSchema, row.source ?? '', what);
  return { kind: 'put', ...change, metadata, source, length: Number(row.length) };
}

/** Puts a change in the place of what is staged for its document, and after all others; gives its number. */
async function stage(transaction: Writing, change: StagedChange): Promise<number> {
  const { collection, document, version, kind, by, at } = change;
  await unstage(transaction, collection, document);
  const number = await nextNumber(transaction, 'staged');
  const content =
    kind === 'put'
      ? {
          metadata: JSON.stringify(change.metadata),
          source: JSON.stringify(change.source),
          length: change.length,
        }
      : { metadata: null, source: null, length: null };
  await transaction
    .insertInto('staged')
    .values({ number, collection, document, version, kind, by, at, ...content })
    .execute();
  return number;
}

/** False when nothing is staged for the document. */
async function unstage(transaction: Writing, collection: string, document: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('staged')
    .where('collection', '=', collection)
    .where('document', '=', document)
    .executeTakeFirst();
  return Number(numDeletedRows) > 0;
}

async function isBeingPublished(transaction: Writing, collection: string, document: string): Promise<boolean> {
  const begun = await transaction
    .selectFrom('publications')
    .select('versions')
    .where('collection', '=', collection)
    .executeTakeFirst();
  if (begun === undefined) return false;
  const staged = await transaction
    .selectFrom('staged')
    .select('version')
    .where('collection', '=', collection)
    .where('document', '=', document)
    .executeTakeFirst();
  return (
    staged !== undefined && readJson(texts, begun.versions, 'a publication that has begun').includes(staged.version)
  );
}

/** What the next re-index of a collection takes up. */
export function createStagingQueries(
  database: Kysely<StateTables>,
): Pick<StagingStore, 'put' | 'remove' | 'discard' | 'changes' | 'text'> {
  return {
    put: (change, { text, hidden }, audited) =>
      inOne(database, async (transaction) => {
        const number = await stage(transaction, change);
        await transaction
          .insertInto('staged_texts')
          .values({ change: number, text, hidden: JSON.stringify(hidden) })
          .execute();
        await noteEntry(transaction, audited);
      }),

    remove: (change, audited) =>
      inOne(database, async (transaction) => {
        await stage(transaction, change);
        await noteEntry(transaction, audited);
      }),

    discard: (collection, document, audited) =>
      inOne(database, async (transaction) => {
        if (await isBeingPublished(transaction, collection, document)) return 'publishing';
        if (!(await unstage(transaction, collection, document))) return false;
        await noteEntry(transaction, audited);
        return true;
      }),

    async changes(collection) {
      const rows = await database
        .selectFrom('staged')
        .selectAll()
        .where('collection', '=', collection)
        .orderBy('number')
        .execute();
      return rows.map(changeOf);
    },

    async text(collection, document, version) {
      const row = await database
        .selectFrom('staged')
        .innerJoin('staged_texts', 'staged_texts.change', 'staged.number')
        .select(['staged_texts.text', 'staged_texts.hidden'])
        .where('staged.collection', '=', collection)
        .where('staged.document', '=', document)
        .where('staged.version', '=', version)
        .executeTakeFirst();
      if (row === undefined) return null;
      return { text: row.text, hidden: readJson(texts, row.hidden, `what ${document} hides`) };
    },
  };
}
