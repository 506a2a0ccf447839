import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { migrate } from './migrate.js';
import { migrations } from './migrations.js';
import { createSqlStateStore } from './sql-state-store.js';
import { backUpSqlite } from './sqlite-backup.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { sqliteFault } from './sqlite-fault.js';
import { sqliteFaults } from './sqlite-faults.js';
import type { StateStore } from './state-store.js';
import type { StateTables } from './state-tables.js';

/**
 * How long a statement waits for another process that writes, milliseconds. The event loop waits with it; writes take
 * less than one, so that this is only used up where a backup or a person at a console holds the database.
 */
const busyTimeout = 2_000;

/**
 * What is overwritten in the database would stand in its log until that has grown: the log is cleared as well, at once or,
 * where another process reads in it, when what is old is forgotten next. It waits for nobody.
 */
function withClearedLog(store: StateStore, connection: BetterSqlite3.Database): StateStore {
  let isCleared = true;
  function clear(): void {
    if (!connection.open) return;
    connection.pragma('busy_timeout = 0');
    try {
      const [state] = connection.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
      isCleared = state?.busy === 0;
    } catch {
      // The log alone is not cleared, and what was asked for is done.
      isCleared = false;
    } finally {
      connection.pragma(`busy_timeout = ${busyTimeout}`);
    }
  }
  return {
    ...store,
    personal: {
      ...store.personal,
      async forget(member) {
        const forgotten = await store.personal.forget(member);
        clear();
        return forgotten;
      },
    },
    records: {
      ...store.records,
      async forgetBefore(time) {
        const forgotten = await store.records.forgetBefore(time);
        if (!isCleared) clear();
        return forgotten;
      },
    },
  };
}

/**
 * The state in one SQLite file; makes it and its folder where they are missing, and brings an older one to the newest
 * version. Several processes may have it open.
 *
 * @throws StateError when the file is damaged, newer than this Parley, not Parley's, or cannot be written
 */
export async function openSqliteStateStore({ file }: { readonly file: string }): Promise<StateStore> {
  const faultOf = (error: unknown): unknown => sqliteFault(error, file);
  let connection: BetterSqlite3.Database | undefined;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    // What people asked in private is nobody else's to read; SQLite gives its other files the same permissions.
    await (await open(file, 'a', 0o600)).close();
    connection = new BetterSqlite3(file, { timeout: busyTimeout });
    connection.pragma('foreign_keys = ON');
    // What is forgotten is overwritten, not only unlinked.
    connection.pragma('secure_delete = ON');
    const database = new Kysely<unknown>({ dialect: sqliteDialect(connection) });
    await migrate({ database, migrations, begin: sql`begin immediate`, subject: file });
    // Only now: unlike the others this setting stays in the file, and a file that is refused is left as it was.
    connection.pragma('journal_mode = WAL');
    // One sync a checkpoint, not one a commit: a power cut may take the last records, and never damages the database.
    connection.pragma('synchronous = NORMAL');
    const upkeep = { faults: () => sqliteFaults(file), backUp: (target: string) => backUpSqlite(file, target) };
    const store = createSqlStateStore({ database: database as Kysely<StateTables>, upkeep, faultOf });
    return withClearedLog(store, connection);
  } catch (error) {
    connection?.close();
    throw faultOf(error);
  }
}
