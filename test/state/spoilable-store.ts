import type { Kysely, LogEvent } from 'kysely';
import { migrations } from '#src/state/migrations.js';
import { createSqlStateStore } from '#src/state/sql-state-store.js';
import { backUpSqlite } from '#src/state/sqlite-backup.js';
import { sqliteFault } from '#src/state/sqlite-fault.js';
import { sqliteFaults } from '#src/state/sqlite-faults.js';
import type { StateStore } from '#src/state/state-store.js';
import type { StateTables } from '#src/state/state-tables.js';
import { openTables, type Tables } from './open-tables.js';

/** A store over tables that a test can spoil. */
export async function openSpoilable(
  file: string,
  onStatement: (event: LogEvent) => void = () => {},
): Promise<Tables & { readonly store: StateStore }> {
  const tables = openTables(file, onStatement);
  await tables.migrate(migrations);
  const database = tables.database as Kysely<StateTables>;
  const upkeep = { faults: () => sqliteFaults(file), backUp: (target: string) => backUpSqlite(file, target) };
  const store = createSqlStateStore({ database, upkeep, faultOf: (error) => sqliteFault(error, file) });
  return { ...tables, store };
}
