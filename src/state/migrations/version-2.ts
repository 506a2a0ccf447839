import type { Kysely } from 'kysely';
import type { Migration } from '../migrate.js';
import { fillFromVersion1 } from './fill-from-version-1.js';
import { createModerationTables } from './moderation-tables.js';
import { createReviewTables } from './review-tables.js';

async function extendRecords(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('records').addColumn('outcome', 'text').execute();
  await database.schema.alterTable('records').addColumn('total_ms', 'double precision').execute();
  await database.schema
    .createIndex('records_by_guild')
    .on('records')
    .columns(['guild', 'kind', 'is_private', 'shown_at', 'id', 'outcome'])
    .execute();
  await database.schema
    .createIndex('records_by_duration')
    .on('records')
    .columns(['guild', 'kind', 'total_ms', 'shown_at'])
    .execute();
  await database.schema.createIndex('records_by_asker').on('records').columns(['asker', 'shown_at', 'id']).execute();
}

async function createCitations(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('citations')
    .addColumn('record', 'text', (column) => column.notNull().references('records.id').onDelete('cascade'))
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('guild', 'text')
    .addColumn('shown_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('citations_key', ['record', 'document'])
    .execute();
  await database.schema
    .createIndex('citations_by_document')
    .on('citations')
    .columns(['document', 'shown_at', 'record'])
    .execute();
  await database.schema
    .createIndex('citations_by_guild')
    .on('citations')
    .columns(['document', 'guild', 'shown_at', 'record'])
    .execute();
}

async function extendFeedback(database: Kysely<unknown>): Promise<void> {
  await database.schema.createIndex('votes_by_member').on('votes').columns(['member', 'at', 'record']).execute();
  await database.schema.alterTable('disputes').addColumn('item', 'integer').execute();
  await database.schema
    .createIndex('disputes_by_member')
    .on('disputes')
    .columns(['member', 'at', 'record', 'number'])
    .execute();
  await database.schema.createIndex('disputes_by_item').on('disputes').column('item').execute();
}

async function createCounters(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('counters')
    .addColumn('kind', 'text', (column) => column.primaryKey().notNull())
    .addColumn('last', 'bigint', (column) => column.notNull())
    .execute();
}

/** What moderators do, what follows from what members say, and how to find records by what they cite. */
export const version2: Migration = {
  version: 2,
  async up(database) {
    await extendRecords(database);
    await createCitations(database);
    await extendFeedback(database);
    await createCounters(database);
    await createReviewTables(database);
    await createModerationTables(database);
    await fillFromVersion1(database);
  },
};
