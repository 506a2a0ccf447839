import type { Kysely } from 'kysely';
import type { Migration } from '../migrate.js';

async function createRecords(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('records')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('guild', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('is_private', 'integer', (column) => column.notNull())
    .addColumn('shown_at', 'bigint', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('records_by_channel')
    .on('records')
    .columns(['channel', 'kind', 'shown_at', 'id'])
    .execute();
  await database.schema.createIndex('records_by_time').on('records').column('shown_at').execute();
}

async function createPlacements(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('placements')
    .addColumn('message', 'text', (column) => column.primaryKey().notNull())
    .addColumn('record', 'text', (column) => column.notNull().references('records.id').onDelete('cascade'))
    .execute();
  // For the cascade: deleting a record looks for what hangs on it.
  await database.schema.createIndex('placements_by_record').on('placements').column('record').execute();
}

async function createVotesAndDisputes(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('votes')
    .addColumn('record', 'text', (column) => column.notNull().references('records.id').onDelete('cascade'))
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('vote', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_key', ['record', 'member'])
    .execute();
  await database.schema
    .createTable('disputes')
    .addColumn('record', 'text', (column) => column.notNull().references('records.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('disputes_key', ['record', 'number'])
    .execute();
}

async function createFacts(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('facts')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

/** What was shown, where, and what members say of it. */
export const version1: Migration = {
  version: 1,
  async up(database) {
    await createRecords(database);
    await createPlacements(database);
    await createVotesAndDisputes(database);
    await createFacts(database);
  },
};
