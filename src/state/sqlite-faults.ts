import BetterSqlite3, { type Database } from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { migrate } from './migrate.js';
import { migrations } from './migrations.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { sqliteFault } from './sqlite-fault.js';
import { StateError } from './state-error.js';

interface Named {
  readonly type: string;
  readonly name: string;
}

function namesIn(connection: Database): readonly Named[] {
  return connection
    .prepare<[], Named>("select type, name from sqlite_master where type in ('table', 'index') order by type, name")
    .all();
}

/** What a database of the newest version consists of. */
async function expectedNames(): Promise<readonly Named[]> {
  const connection = new BetterSqlite3(':memory:');
  try {
    const database = new Kysely<unknown>({ dialect: sqliteDialect(connection) });
    await migrate({ database, migrations, begin: sql`begin immediate`, subject: 'an empty database' });
    return namesIn(connection);
  } finally {
    connection.close();
  }
}

/** What SQLite finds wrong with its pages, rows and indexes; at most 100. */
function damageIn(connection: Database): readonly string[] {
  return (connection.pragma('integrity_check') as readonly { readonly integrity_check: string }[])
    .flatMap(({ integrity_check }) => integrity_check.split('\n'))
    .filter((line) => line !== 'ok' && !line.startsWith('***'))
    .map((line) => `It is damaged: ${line}.`);
}

/** Rows that hang on rows that are not there, counted by table. */
function orphansIn(connection: Database): readonly string[] {
  const counts = new Map<string, number>();
  const orphans = connection.pragma('foreign_key_check') as readonly {
    readonly table: string;
    readonly parent: string;
  }[];
  for (const { table, parent } of orphans) {
    const kind = `${table} belonging to ${parent}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `It has ${kind} that are not there: ${count}.`);
}

/** How its shape differs from the one that this Parley works with. */
async function misshapenIn(connection: Database): Promise<readonly string[]> {
  const names = new Set(namesIn(connection).map(({ type, name }) => `${type} ${name}`));
  const missing = (await expectedNames())
    .filter(({ type, name }) => !names.has(`${type} ${name}`))
    .map(({ type, name }) => `Its ${type} ${name} is missing.`);
  if (!names.has('table schema_version')) return missing;
  const versions = connection.prepare('select version from schema_version').pluck().all();
  const isNewest = versions.length === 1 && versions[0] === migrations.length;
  if (isNewest) return missing;
  return [
    ...missing,
    `Its version is ${versions.join(' and ') || 'none'}; this Parley works with ${migrations.length}.`,
  ];
}

/**
 * Everything that is wrong with a database file, a line each; reads all of it, through a connection of its own, so that
 * nothing is taken from a cache.
 *
 * @throws what the driver throws when the file cannot be read at all, other than for damage
 */
export async function sqliteFaults(file: string): Promise<readonly string[]> {
  let connection: Database | undefined;
  try {
    connection = new BetterSqlite3(file, { readonly: true });
    return [...damageIn(connection), ...orphansIn(connection), ...(await misshapenIn(connection))];
  } catch (error) {
    const fault = sqliteFault(error, file);
    const isDamage = fault instanceof StateError && fault.message.includes('is damaged');
    if (isDamage) return [fault.line];
    throw error;
  } finally {
    connection?.close();
  }
}
