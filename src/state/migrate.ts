import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { StateError } from './state-error.js';

/** One step forward. There is no way back: a backup is. */
export interface Migration {
  /** Counted from 1. */
  readonly version: number;
  up(database: Kysely<unknown>): Promise<void>;
}

export interface MigrateParts {
  readonly database: Kysely<unknown>;
  /** Oldest first. */
  readonly migrations: readonly Migration[];
  /** Begins a transaction that no other process can write beside: `begin immediate` in SQLite. */
  readonly begin: RawBuilder<unknown>;
  /** The database as a person knows it: its file. */
  readonly subject: string;
}

interface VersionTable {
  schema_version: { version: number };
}

/** 0 for a database that has nothing in it yet. */
async function versionOf(connection: Kysely<unknown>, subject: string): Promise<number> {
  const tables = await connection.introspection.getTables();
  if (tables.length === 0) return 0;
  if (tables.some(({ name }) => name === 'schema_version')) {
    const rows = await (connection as Kysely<VersionTable>).selectFrom('schema_version').select('version').execute();
    const version = rows[0]?.version;
    if (rows.length === 1 && version !== undefined && Number.isInteger(version) && version > 0) return version;
  }
  throw new StateError(
    `${subject} is a database, but not one of Parley's.`,
    'Name another folder in PARLEY_DATA_DIR, or move that file aside.',
  );
}

function refuseNewer(version: number, newest: number, subject: string): void {
  if (version <= newest) return;
  throw new StateError(
    `${subject} was written by a newer Parley (its version is ${version}, this Parley knows up to ${newest}).`,
    'Start the newer Parley again, or move that file aside: earlier answers then lose their buttons and follow-ups.',
  );
}

async function runFrom(version: number, connection: Kysely<unknown>, migrations: readonly Migration[]): Promise<void> {
  const versions = connection as Kysely<VersionTable>;
  if (version === 0) {
    await connection.schema
      .createTable('schema_version')
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await versions.insertInto('schema_version').values({ version: 0 }).execute();
  }
  for (const migration of migrations.slice(version)) {
    await migration.up(connection);
    await versions.updateTable('schema_version').set({ version: migration.version }).execute();
  }
}

/**
 * Brings a database to the newest version, all steps in one transaction: after a crash or an error it is as it was.
 * Processes that start together wait for each other, and one of them does the work.
 *
 * @throws StateError for a database that is newer than the migrations, or not Parley's
 */
export async function migrate({ database, migrations, begin, subject }: MigrateParts): Promise<void> {
  const newest = migrations.length;
  await database.connection().execute(async (connection) => {
    // Only a look, so that opening an up-to-date database writes nothing.
    const found = await versionOf(connection, subject);
    refuseNewer(found, newest, subject);
    if (found === newest) return;
    await begin.execute(connection);
    try {
      // Another process may have been faster.
      const version = await versionOf(connection, subject);
      refuseNewer(version, newest, subject);
      await runFrom(version, connection, migrations);
      await sql`commit`.execute(connection);
    } catch (error) {
      // SQLite has already rolled back after some errors (a full disk) and then refuses; the first error matters.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}
