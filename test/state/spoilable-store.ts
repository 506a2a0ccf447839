import type { Kysely } from 'kysely';
import { migrations } from '#src/state/migrations.js';
import { createSqlStateStore } from '#src/state/sql-state-store.js';
import { sqliteFault } from '#src/state/sqlite-fault.js';
import type { StateStore } from '#src/state/state-store.js';
import type { StateTables } from '#src/state/state-tables.js';
import { openTables, type Tables } from './open-tables.js';

/** A store over tables that a test can spoil. */
export async function openSpoilable(file: string): Promise<Tables & { readonly store: StateStore }> {
  const tables = openTables(file);
  await tables.migrate(migrations);
  const database = tables.database as Kysely<StateTables>;
  return { ...tables, store: createSqlStateStore({ database, faultOf: (error) => sqliteFault(error, file) }) };
}
