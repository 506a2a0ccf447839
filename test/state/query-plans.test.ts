import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import { migrations } from '#src/state/migrations.js';
import { createSqlStateStore } from '#src/state/sql-state-store.js';
import type { StateStore } from '#src/state/state-store.js';
import type { StateTables } from '#src/state/state-tables.js';
import { madeUpRecord } from './made-up-record.js';
import { openTables } from './open-tables.js';
import { stateFile } from './state-file.js';

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Every method, and `recentTurns` in every form. */
async function callEverything(store: StateStore): Promise<void> {
  const called = new Set<keyof StateStore>();
  const noted = new Proxy(store, {
    get(target, method: keyof StateStore) {
      called.add(method);
      return target[method];
    },
  });
  await noted.keep(madeUpRecord('a'));
  await noted.place('a', ['1']);
  await noted.find('a');
  await noted.findByMessage('1');
  const turns = { channel: 'channel', since: 0, limit: 6 };
  for (const withPrivate of [true, false]) {
    await noted.recentTurns({ ...turns, withPrivate });
    await noted.recentTurns({ ...turns, withPrivate, asker: 'asker' });
  }
  await noted.vote('a', 'member', 'up', 1);
  await noted.votes('a');
  await noted.dispute({ record: 'a', member: 'member', text: 'No.', at: 1 });
  await noted.disputes('a');
  await noted.setFact('commands', 'abc');
  await noted.fact('commands');
  await noted.forgetBefore(5_000);
  expect([...called].toSorted()).toEqual(
    Object.keys(store)
      .filter((method) => method !== 'close')
      .toSorted(),
  );
}

it('no statement of the store reads a whole table or sorts', async () => {
  const statements: Statement[] = [];
  const { connection, database, migrate } = openTables(await stateFile(), ({ query }) => statements.push(query));
  await migrate(migrations);
  statements.length = 0;
  await callEverything(createSqlStateStore({ database: database as Kysely<StateTables>, faultOf: (error) => error }));
  const looked = statements.filter(({ sql }) => /^(?:select|insert|update|delete)/u.test(sql));
  expect(looked.length).toBeGreaterThan(14);
  const planOf = ({ sql, parameters }: Statement): readonly string[] =>
    connection
      .prepare<unknown[], { readonly detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail);
  const slow = looked.flatMap((statement) =>
    planOf(statement)
      .filter((step) => /^SCAN (?!CONSTANT ROW)|TEMP B-TREE/u.test(step))
      .map((step) => `${statement.sql}: ${step}`),
  );
  expect(slow).toEqual([]);
  expect(planOf({ sql: 'select * from records order by asker', parameters: [] })).toEqual([
    'SCAN records',
    'USE TEMP B-TREE FOR ORDER BY',
  ]);
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
  expect(references).toBeGreaterThan(2);
});
