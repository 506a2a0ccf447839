import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** More different statements than the state has; beyond, the oldest is prepared anew. */
const keptStatements = 200;

/** The database as Kysely wants it, with each statement prepared once: preparing takes longer than running most of them. */
export function preparedOnce(database: Database): SqliteDatabase {
  const statements = new Map<string, Statement>();
  return {
    close: () => void database.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known as ReturnType<SqliteDatabase['prepare']>;
      const statement = database.prepare(sql);
      statements.set(sql, statement);
      const [oldest] = statements.keys();
      if (statements.size > keptStatements && oldest !== undefined) statements.delete(oldest);
      return statement as ReturnType<SqliteDatabase['prepare']>;
    },
  };
}
