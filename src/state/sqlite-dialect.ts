import type { Database } from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type Dialect, type QueryResult, SqliteDialect } from 'kysely';
import { rowFromStored, valueToStored } from './any-text.js';
import { preparedOnce } from './prepared-once.js';

function toStored(query: CompiledQuery): CompiledQuery {
  return { ...query, parameters: query.parameters.map(valueToStored) };
}

function fromStored<Row>(result: QueryResult<Row>): QueryResult<Row> {
  return { ...result, rows: result.rows.map(rowFromStored) };
}

/** A connection that takes and gives any text. */
function withAnyText(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: async <Row>(query: CompiledQuery) => fromStored(await connection.executeQuery<Row>(toStored(query))),
    async *streamQuery<Row>(query: CompiledQuery, size: number) {
      for await (const result of connection.streamQuery<Row>(toStored(query), size)) yield fromStored(result);
    },
  };
}

/**
 * SQLite as Kysely speaks it, with transactions that take the write lock when they begin. Kysely's own begin without it:
 * one that reads and then writes fails at once, however long it may wait, when another process wrote in between.
 */
export function sqliteDialect(connection: Database): Dialect {
  const dialect = new SqliteDialect({ database: preparedOnce(connection) });
  return {
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createDriver() {
      const driver = dialect.createDriver();
      return {
        init: () => driver.init(),
        acquireConnection: async () => withAnyText(await driver.acquireConnection()),
        async beginTransaction(held, { accessMode }) {
          await held.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'));
        },
        commitTransaction: (held) => driver.commitTransaction(held),
        async rollbackTransaction(held) {
          // After some errors (a full disk) SQLite has rolled back by itself, and would say so in the place of the error.
          if (connection.inTransaction) await driver.rollbackTransaction(held);
        },
        releaseConnection: (held) => driver.releaseConnection(held),
        destroy: () => driver.destroy(),
      };
    },
  };
}
