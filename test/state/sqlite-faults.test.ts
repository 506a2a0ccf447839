import { open, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { migrations } from '#src/state/migrations.js';
import { sqliteFaults } from '#src/state/sqlite-faults.js';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { madeUpRecord } from './made-up-record.js';
import { openTables } from './open-tables.js';
import { stateFile } from './state-file.js';

async function filledFile(): Promise<string> {
  const file = await stateFile();
  const store = await openSqliteStateStore({ file });
  for (let index = 0; index < 100; index++) {
    await store.records.keep(madeUpRecord(`${index}`, { shownAt: index }));
    await store.feedback.vote(`${index}`, 'member', 'up', index);
  }
  await store.close();
  return file;
}

describe('the faults of a database', () => {
  it('are none when it is sound, also while it is in use', async () => {
    const file = await filledFile();
    expect(await sqliteFaults(file)).toEqual([]);
    const store = await openSqliteStateStore({ file });
    const [, faults] = await Promise.all([store.records.keep(madeUpRecord('new')), store.faults()]);
    expect(faults).toEqual([]);
    await store.close();
  });

  it('tell of damage in words, a line each, wherever it is', async () => {
    const file = await filledFile();
    const whole = await readFile(file);
    let found = 0;
    for (let position = 5_000; position < whole.length; position += 4_096 * 5 + 1_111) {
      await writeFile(file, whole);
      const handle = await open(file, 'r+');
      await handle.write(Buffer.alloc(900, 0xa5), 0, 900, position);
      await handle.close();
      const faults = await sqliteFaults(file);
      for (const fault of faults) expect(fault).toMatch(/^(?:It is damaged: |The database .+ is damaged)[^\n]+\.$/u);
      if (faults.length > 0) found += 1;
    }
    expect(found).toBeGreaterThan(3);
  });

  it('tell of a file that is no database at all', async () => {
    const file = await stateFile();
    await writeFile(file, 'This was a database once. '.repeat(200));
    expect(await sqliteFaults(file)).toEqual([expect.stringContaining(`The database ${file} is damaged`)]);
  });

  it('count the rows that hang on nothing', async () => {
    const file = await filledFile();
    const { connection } = openTables(file);
    connection.pragma('foreign_keys = OFF');
    connection.exec("delete from records where id in ('1', '2')");
    expect(await sqliteFaults(file)).toEqual([
      'It has votes belonging to records that are not there: 2.',
      'It has citations belonging to records that are not there: 2.',
    ]);
  });

  it('name the tables and indexes that are missing', async () => {
    const file = await filledFile();
    openTables(file).connection.exec('drop table settings; drop index records_by_guild');
    const faults = await sqliteFaults(file);
    expect(faults).toContain('Its table settings is missing.');
    expect(faults).toContain('Its index records_by_guild is missing.');
  });

  it('tell of another version', async () => {
    const file = await filledFile();
    openTables(file).connection.exec('update schema_version set version = 77');
    expect(await sqliteFaults(file)).toEqual([`Its version is 77; this Parley works with ${migrations.length}.`]);
  });
});
