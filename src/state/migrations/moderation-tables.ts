import type { Kysely } from 'kysely';

async function createSettings(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('settings')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_key', ['guild', 'channel', 'key'])
    .execute();
}

async function createAudit(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('audit')
    .addColumn('number', 'bigint', (column) => column.primaryKey().notNull())
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .execute();
  await database.schema.createIndex('audit_by_guild').on('audit').columns(['guild', 'number']).execute();
  await database.schema.createIndex('audit_by_actor').on('audit').columns(['actor', 'guild', 'number']).execute();
  await database.schema.createIndex('audit_of_actor').on('audit').columns(['actor', 'number']).execute();
  await database.schema.createIndex('audit_by_time').on('audit').column('at').execute();
}

async function createUses(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('uses')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('uses_key', ['member', 'guild', 'at', 'channel', 'number'])
    .execute();
  await database.schema.createIndex('uses_by_channel').on('uses').columns(['guild', 'channel', 'at']).execute();
  await database.schema.createIndex('uses_by_guild').on('uses').columns(['guild', 'at']).execute();
  await database.schema.createIndex('uses_of_member').on('uses').columns(['member', 'at']).execute();
  await database.schema.createIndex('uses_by_time').on('uses').column('at').execute();
}

async function createStaged(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('staged')
    .addColumn('number', 'bigint', (column) => column.primaryKey().notNull())
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('metadata', 'text')
    .addColumn('source', 'text')
    .addColumn('length', 'bigint')
    .addUniqueConstraint('staged_by_document', ['collection', 'document'])
    .execute();
  await database.schema.createIndex('staged_by_number').on('staged').columns(['collection', 'number']).execute();
  await database.schema.createIndex('staged_by_version').on('staged').columns(['collection', 'version']).execute();
  await database.schema
    .createTable('staged_texts')
    .addColumn('change', 'bigint', (column) =>
      column.primaryKey().notNull().references('staged.number').onDelete('cascade'),
    )
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('hidden', 'text', (column) => column.notNull())
    .execute();
}

async function createPublications(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('publications')
    .addColumn('collection', 'text', (column) => column.primaryKey().notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('live_before', 'text')
    .addColumn('versions', 'text', (column) => column.notNull())
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('before', 'text')
    .execute();
  await database.schema.createIndex('publications_by_number').on('publications').column('number').execute();
  await database.schema
    .createTable('corrections')
    .addColumn('collection', 'text', (column) => column.primaryKey().notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('generation', 'text', (column) => column.notNull())
    .addColumn('documents', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('corrections_by_number').on('corrections').column('number').execute();
}

/** What moderators set, did and staged, and what members used. */
export async function createModerationTables(database: Kysely<unknown>): Promise<void> {
  await createSettings(database);
  await createAudit(database);
  await createUses(database);
  await createStaged(database);
  await createPublications(database);
}
