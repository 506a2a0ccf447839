import BetterSqlite3 from 'better-sqlite3';
import { Kysely, type LogEvent, type RawBuilder, sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { type Migration, migrate } from '#src/state/migrate.js';
import { sqliteDialect } from '#src/state/sqlite-dialect.js';

export const beginImmediate = sql`begin immediate`;

export interface Tables {
  /** The driver's own connection, for statements that no store makes. */
  readonly connection: BetterSqlite3.Database;
  readonly database: Kysely<unknown>;
  migrate(migrations: readonly Migration[], begin?: RawBuilder<unknown>): Promise<void>;
}

/** The tables behind a store, for tests that look under it; closed when the test is done. Waits for nobody's lock. */
export function openTables(file: string, onStatement: (event: LogEvent) => void = () => {}): Tables {
  const connection = new BetterSqlite3(file, { timeout: 0 });
  connection.pragma('foreign_keys = ON');
  const database = new Kysely<unknown>({ dialect: sqliteDialect(connection), log: onStatement });
  onTestFinished(() => {
    connection.close();
  });
  return {
    connection,
    database,
    migrate: (migrations, begin = beginImmediate) => migrate({ database, migrations, begin, subject: file }),
  };
}
