import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Migration } from '#src/state/migrate.js';
import { migrations } from '#src/state/migrations.js';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { StateError } from '#src/state/state-error.js';
import { everyRow } from '../support/everything-kept.js';
import { beginImmediate, openTables } from './open-tables.js';
import { stateFile } from './state-file.js';
import { openVersion1 } from './version-1.js';
import { openVersion2 } from './version-2.js';

/** What a later version might do: a column, and what it says of what is there. */
const addLanguage: Migration = {
  version: migrations.length + 1,
  async up(database) {
    await database.schema.alterTable('records').addColumn('language', 'text').execute();
    await sql`update records set language = 'en'`.execute(database);
  },
};

function schemaOf(file: string): readonly unknown[] {
  return openTables(file)
    .connection.prepare('select name, sql from sqlite_master where sql is not null order by name')
    .all();
}

describe('the migrations', () => {
  it('are counted from 1 without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('bring a database of the first version to the newest, and everything in it is there', async () => {
    const file = await stateFile();
    await openVersion1(file);
    const store = await openSqliteStateStore({ file });
    const record = await store.records.findByMessage('1100000000000000003');
    expect(record).toMatchObject({ id: 'K3fq0Zp81LmN', guild: null, isPrivate: true, shownAt: 1_764_000_000_123 });
    expect(record?.result).toMatchObject({ kind: 'answer', question: 'And where?', answer: { confidence: 0.9 } });
    expect(await store.feedback.votes('K3fq0Zp81LmN')).toEqual({ up: 1, down: 0 });
    expect(await store.feedback.disputes('K3fq0Zp81LmN')).toEqual([
      { record: 'K3fq0Zp81LmN', member: '1100000000000000002', text: 'It was Paris.', at: 1_764_000_002_000 },
    ]);
    expect(await store.facts.get('commands')).toBe('abc');
    const cited = await store.records.citing({ documents: ['made-up'], since: 0, limit: 5 });
    expect(cited).toEqual([{ record, messages: ['1100000000000000003'] }]);
    await store.close();
  });

  it('bring a database of the second version to the newest with every row as it was, and its state goes on', async () => {
    const file = await stateFile();
    (await openVersion2(file)).connection.close();
    const before = everyRow(file);
    for (const [table, rows] of Object.entries(before)) expect(rows, table).not.toEqual([]);
    const store = await openSqliteStateStore({ file });
    expect(everyRow(file)).toEqual({ ...before, schema_version: [{ version: migrations.length }], spending: [] });
    expect(await store.faults()).toEqual([]);
    const [guild, member] = ['1100000000000000005', '1100000000000000002'];
    expect((await store.records.findByMessage('1100000000000000007'))?.result).toMatchObject({
      answer: { sentences: [{ standing: 'quoted' }], writing: null },
    });
    expect((await store.reviews.open(guild, { limit: 9 })).items).toMatchObject([{ text: 'It was Vienna.' }]);
    expect(await store.staging.text(`guild-${guild}`, 'server:treaty', 'v1')).toEqual({
      text: 'The parties agreed.\n',
      hidden: [],
    });
    const spent = { guild, at: 1_764_000_000_000, tokens: 900, microDollars: 45 };
    await store.spending.note({ ...spent, member });
    expect((await store.personal.of(member)).spending).toEqual([spent]);
    const counts = { questions: 2, votes: 2, disputes: 2, uses: 2, spending: 1 };
    expect(await store.personal.counts(member)).toMatchObject(counts);
    await store.close();
  });

  it('make the same tables from nothing and from every version before', async () => {
    const [fresh, first, second] = [await stateFile(), await stateFile(), await stateFile()];
    await openVersion1(first);
    await openVersion2(second);
    const shapes: string[] = [];
    for (const file of [fresh, first, second]) {
      await (await openSqliteStateStore({ file })).close();
      shapes.push(JSON.stringify(schemaOf(file)).replaceAll(/\s|\\n/gu, ''));
    }
    expect(shapes).toEqual(Array(3).fill(shapes[0]));
  });
});

describe('migrating', () => {
  it('runs only what is new, once', async () => {
    const file = await stateFile();
    await openVersion1(file);
    const { connection, migrate } = openTables(file);
    await migrate([...migrations, addLanguage]);
    await migrate([...migrations, addLanguage]);
    expect(connection.prepare('select id, language from records').all()).toEqual([
      { id: 'K3fq0Zp81LmN', language: 'en' },
    ]);
    expect(connection.prepare('select version from schema_version').all()).toEqual([{ version: addLanguage.version }]);
  });

  it('does not run again what another process was faster to run', async () => {
    const file = await stateFile();
    const [slow, fast] = [openTables(file), openTables(file)];
    // The other one comes just between the look and the lock.
    const begin = {
      ...beginImmediate,
      execute: (database: Kysely<unknown>) => fast.migrate(migrations).then(() => beginImmediate.execute(database)),
    };
    await slow.migrate(migrations, begin as RawBuilder<unknown>);
    expect(slow.connection.prepare('select version from schema_version').all()).toEqual([
      { version: migrations.length },
    ]);
  });

  it('leaves the database as it was when a step fails', async () => {
    const file = await stateFile();
    await openVersion1(file);
    const before = schemaOf(file);
    const { connection, migrate } = openTables(file);
    const broken: Migration = { version: addLanguage.version + 1, up: () => Promise.reject(new Error('a defect')) };
    await expect(migrate([...migrations, addLanguage, broken])).rejects.toThrow('a defect');
    expect(schemaOf(file)).toEqual(before);
    expect(connection.prepare('select version from schema_version').all()).toEqual([{ version: 1 }]);
    await migrate([...migrations, addLanguage]);
    expect(connection.prepare('select language from records').all()).toEqual([{ language: 'en' }]);
  });

  it('leaves nothing of a first step that fails', async () => {
    const file = await stateFile();
    const { migrate } = openTables(file);
    await expect(migrate([{ version: 1, up: () => Promise.reject(new Error('a defect')) }])).rejects.toThrow(
      'a defect',
    );
    expect(schemaOf(file)).toEqual([]);
  });

  it('refuses a database of a newer version, says what to do, and leaves it alone', async () => {
    const file = await stateFile();
    await openVersion1(file);
    const { migrate } = openTables(file);
    await migrate([...migrations, addLanguage]);
    const before = await readFile(file);
    const refused: unknown = await openSqliteStateStore({ file }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StateError);
    const { line } = refused as StateError;
    expect(line).toContain(file);
    expect(line).toContain(`its version is ${addLanguage.version}, this Parley knows up to ${migrations.length}`);
    expect(line).toContain('Start the newer Parley again, or move that file aside');
    expect((await readFile(file)).equals(before)).toBe(true);
    expect(await readdir(path.dirname(file))).toEqual([path.basename(file)]);
  });

  it.each([
    ['of another program', 'create table songs (title text)'],
    ['with no version', 'create table schema_version (version integer)'],
    ['with two versions', 'create table schema_version (version integer); insert into schema_version values (1), (1)'],
    ['with a version that is none', "create table schema_version (version); insert into schema_version values ('x')"],
  ])('refuses a database %s', async (_, statements) => {
    const file = await stateFile();
    const { connection } = openTables(file);
    connection.exec(statements);
    const before = await readFile(file);
    await expect(openSqliteStateStore({ file })).rejects.toThrow(/is a database, but not one of Parley's/u);
    expect((await readFile(file)).equals(before)).toBe(true);
  });
});
