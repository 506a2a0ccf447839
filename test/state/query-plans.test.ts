import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { migrations } from '#src/state/migrations.js';
import { callEverything } from './call-everything.js';
import { openTables } from './open-tables.js';
import { openSpoilable } from './spoilable-store.js';
import { stateFile } from './state-file.js';

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Lists that hold a few rows of a whole installation, and are read whole. */
const smallTables = ['publications', 'corrections'];

it('no statement of the store reads a whole table or sorts', async () => {
  const statements: Statement[] = [];
  const file = await stateFile();
  const { connection, store } = await openSpoilable(file, ({ query }) => statements.push(query));
  statements.length = 0;
  await callEverything(store, `${file}.copy`);
  const looked = statements.filter(({ sql }) => /^(?:select|insert|update|delete)/u.test(sql));
  expect(looked.length).toBeGreaterThan(80);
  const planOf = ({ sql, parameters }: Statement): readonly string[] =>
    connection
      .prepare<unknown[], { readonly detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail);
  const slow = looked.flatMap((statement) =>
    planOf(statement)
      .filter((step) => /^SCAN (?!CONSTANT ROW)|TEMP B-TREE/u.test(step))
      .filter((step) => !smallTables.some((table) => step.startsWith(`SCAN ${table} USING INDEX ${table}_by_number`)))
      .map((step) => `${statement.sql}: ${step}`),
  );
  expect([...new Set(slow)]).toEqual([]);
  expect(planOf({ sql: 'select * from records order by kind', parameters: [] })).toEqual([
    'SCAN records',
    'USE TEMP B-TREE FOR ORDER BY',
  ]);
  await rm(`${file}.copy`);
});

it('what hangs on a record is found by an index when the record goes', async () => {
  const { connection, migrate } = openTables(await stateFile());
  await migrate(migrations);
  const names = connection
    .prepare<[], { readonly name: string }>("select name from sqlite_master where type = 'table'")
    .all();
  const unindexed: string[] = [];
  let references = 0;
  for (const { name } of names) {
    const indexed = (connection.pragma(`index_list(${name})`) as readonly { readonly name: string }[]).map(
      (index) => (connection.pragma(`index_info(${index.name})`) as readonly { readonly name: string }[])[0]?.name,
    );
    for (const { from } of connection.pragma(`foreign_key_list(${name})`) as readonly { readonly from: string }[]) {
      references += 1;
      if (!indexed.includes(from)) unindexed.push(`${name}.${from}`);
    }
  }
  expect(unindexed).toEqual([]);
  expect(references).toBeGreaterThan(4);
});
