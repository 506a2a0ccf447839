import { chmod, mkdir, open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqliteFault } from '#src/state/sqlite-fault.js';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { StateError } from '#src/state/state-error.js';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpRecord } from './made-up-record.js';
import { openTables } from './open-tables.js';
import { openSpoilable } from './spoilable-store.js';
import { stateFile } from './state-file.js';

const kept = 200;

async function fill(file: string): Promise<void> {
  const store = await openSqliteStateStore({ file });
  for (let index = 0; index < kept; index++) {
    await store.records.keep(madeUpRecord(`${index}`, { shownAt: index }));
    await store.records.place(`${index}`, [`shows ${index}`]);
    await store.feedback.vote(`${index}`, 'member', 'up', index);
  }
  await store.close();
}

/** Reads and writes all over the database. */
async function useEverywhere(store: StateStore): Promise<void> {
  for (let index = 0; index < kept; index++) {
    await store.records.findByMessage(`shows ${index}`);
    await store.feedback.votes(`${index}`);
  }
  await store.records.recentTurns({ channel: 'channel', withPrivate: true, asker: 'asker', since: 0, limit: kept });
  await store.records.keep(madeUpRecord('new', { shownAt: kept }));
  await store.records.forgetBefore(kept);
}

async function errorOf(promise: Promise<unknown>): Promise<StateError> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StateError);
  return error as StateError;
}

function expectDamage(error: StateError, file: string): void {
  expect(error.message).toContain(`The database ${file} is damaged`);
  expect(error.remedy).toContain(`move ${file} aside`);
  expect(error.remedy).toContain('earlier answers lose their buttons');
  for (const lost of ['settings', 'staged documents', 'notes', 'audit log']) expect(error.remedy).toContain(lost);
  expect(error.remedy).toContain('`npx parley backup`');
  expect(error.line).not.toContain('\n');
}

describe('a damaged database', () => {
  it('is named with what to do when it is no database at all', async () => {
    const file = await stateFile();
    await writeFile(file, 'This was a database once. '.repeat(200));
    expectDamage(await errorOf(openSqliteStateStore({ file })), file);
  });

  it('is named with what to do when its end is missing', async () => {
    const file = await stateFile();
    await fill(file);
    await truncate(file, ((await stat(file)).size >> 13) << 12);
    const use = openSqliteStateStore({ file }).then(async (store) => {
      await useEverywhere(store).finally(() => store.close());
    });
    expectDamage(await errorOf(use), file);
  });

  it('is named with what to do when its header tells of a format that there is not', async () => {
    const file = await stateFile();
    await fill(file);
    const bytes = await readFile(file);
    bytes.writeUInt32BE(77, 44);
    await writeFile(file, bytes);
    expectDamage(await errorOf(openSqliteStateStore({ file })), file);
  });

  it('never shows up as anything but such an error, wherever it is', async () => {
    const file = await stateFile();
    await fill(file);
    const whole = await readFile(file);
    const damage = Buffer.alloc(400, 0xa5);
    let noticed = 0;
    for (let position = 100; position < whole.length; position += 4_096 * 3 + 1_111) {
      await writeFile(file, whole);
      const handle = await open(file, 'r+');
      await handle.write(damage, 0, damage.length, position);
      await handle.close();
      try {
        const store = await openSqliteStateStore({ file });
        await useEverywhere(store).finally(() => store.close());
      } catch (error) {
        expect(error).toBeInstanceOf(StateError);
        noticed += 1;
      }
    }
    expect(noticed).toBeGreaterThan(5);
  });
});

it('a reference that fails is damage: no statement of the store breaks one', async () => {
  const file = await stateFile();
  await (await openSqliteStateStore({ file })).close();
  const { connection } = openTables(file);
  const broken = Promise.resolve().then(() => connection.exec("insert into placements values ('1', 'nobody')"));
  const error = await broken.catch((thrown: unknown) => sqliteFault(thrown, file));
  expect(error).toBeInstanceOf(StateError);
  expectDamage(error as StateError, file);
});

describe('a disk that refuses', () => {
  it('is named when the folder may not be written', async () => {
    const file = await stateFile();
    const folder = path.dirname(file);
    await chmod(folder, 0o555);
    // Nothing is forbidden to root, so that root becomes somebody else for the moment.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      const error = await errorOf(openSqliteStateStore({ file }));
      expect(error.message).toContain(`Parley may not write the database ${file}`);
      expect(error.remedy).toContain('PARLEY_DATA_DIR');
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(folder, 0o700);
    }
  });

  it('is named when a folder lies where the file should', async () => {
    const file = await stateFile();
    await mkdir(file);
    expect((await errorOf(openSqliteStateStore({ file }))).message).toContain(`may not write the database ${file}`);
  });

  it('is named when it is full; what there is stays, and what is freed is used', async () => {
    const file = await stateFile();
    const { connection, store } = await openSpoilable(file);
    for (let index = 0; index < kept; index++) await store.records.keep(madeUpRecord(`${index}`));
    connection.pragma(`max_page_count = ${connection.pragma('page_count', { simple: true })}`);
    const write = async (): Promise<void> => {
      for (let index = kept; index < 2 * kept; index++)
        await store.records.keep(madeUpRecord(`${index}`, { shownAt: 9_000 }));
    };
    const error = await errorOf(write());
    expect(error.message).toContain(`There is no space left to write the database ${file}`);
    expect(error.remedy).toContain('Free some space');
    expect((await store.records.find('7'))?.id).toBe('7');
    expect(await store.records.forgetBefore(9_000)).toBe(kept);
    await store.records.keep(madeUpRecord('after'));
    expect((await store.records.find('after'))?.id).toBe('after');
  });
});

describe('a database that another process holds', () => {
  it('is named, and serves again once it is let go', async () => {
    const file = await stateFile();
    const { store } = await openSpoilable(file);
    const other = openTables(file).connection;
    other.exec('begin immediate');
    const error = await errorOf(store.records.keep(madeUpRecord('a')));
    expect(error.message).toContain(`Another process holds the database ${file}`);
    expect(
      (await errorOf(store.records.place('a', ['1']).then(() => store.records.keep(madeUpRecord('b'))))).remedy,
    ).toContain('Stop it');
    other.exec('commit');
    await store.records.keep(madeUpRecord('a'));
    expect((await store.records.find('a'))?.id).toBe('a');
  });
});

it('a defect stays a defect', () => {
  const defect = new TypeError('undefined is not a function');
  expect(sqliteFault(defect, 'state.sqlite')).toBe(defect);
});
