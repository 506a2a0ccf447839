import type { Kysely } from 'kysely';

async function createReviews(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('reviews')
    .addColumn('number', 'bigint', (column) => column.primaryKey().notNull())
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    // No reference: an item outlives its record.
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('member', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .execute();
  await database.schema.createIndex('reviews_by_state').on('reviews').columns(['guild', 'state', 'number']).execute();
  await database.schema.createIndex('reviews_by_record').on('reviews').columns(['record', 'kind']).execute();
  await database.schema
    .createIndex('reviews_by_member')
    .on('reviews')
    .columns(['member', 'at', 'record', 'number'])
    .execute();
  await database.schema.createIndex('reviews_by_settling').on('reviews').column('settled_at').execute();
}

async function createGolden(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('golden')
    .addColumn('number', 'bigint', (column) => column.primaryKey().notNull())
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('golden_by_guild').on('golden').columns(['guild', 'number']).execute();
}

async function createErrata(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('errata')
    .addColumn('number', 'bigint', (column) => column.primaryKey().notNull())
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  // Not by the quote as well: Postgres refuses index rows over 2.7 kB.
  await database.schema.createIndex('errata_by_document').on('errata').columns(['guild', 'document']).execute();
}

async function createQuality(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('quality')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('generation', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('questions', 'integer', (column) => column.notNull())
    .addColumn('cited', 'double precision')
    .addColumn('falsely_declined', 'double precision')
    .addColumn('declined', 'double precision')
    .addColumn('disputes_mended', 'double precision')
    .addPrimaryKeyConstraint('quality_key', ['guild', 'generation'])
    .execute();
  await database.schema.createIndex('quality_by_guild').on('quality').columns(['guild', 'at', 'number']).execute();
  await database.schema.createIndex('quality_by_time').on('quality').column('at').execute();
}

/** What members found wrong, what became of it, and how good the answers are. */
export async function createReviewTables(database: Kysely<unknown>): Promise<void> {
  await createReviews(database);
  await createGolden(database);
  await createErrata(database);
  await createQuality(database);
}
