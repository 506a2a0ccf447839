import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqliteFaults } from '#src/state/sqlite-faults.js';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { StateError } from '#src/state/state-error.js';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpEntry } from '../contracts/state/made-up-acts.js';
import { madeUpPut } from '../contracts/state/made-up-changes.js';
import { madeUpRecord } from './made-up-record.js';
import { stateFile } from './state-file.js';

/** Some hundred pages, more than are copied in one step. */
const kept = 300;

async function filledStore(file: string): Promise<StateStore> {
  const store = await openSqliteStateStore({ file });
  for (let index = 0; index < kept; index++) await store.records.keep(madeUpRecord(`${index}`));
  return store;
}

async function expectWhole(copy: string): Promise<void> {
  expect(await sqliteFaults(copy)).toEqual([]);
  const store = await openSqliteStateStore({ file: copy });
  for (let index = 0; index < kept; index++) expect(await store.records.find(`${index}`)).not.toBeNull();
  await store.close();
}

describe('a backup', () => {
  it('is a whole database for its owner alone, and nothing else is left', async () => {
    const file = await stateFile();
    const [folder, copy] = [path.join(path.dirname(file), 'backups'), 'backups/copy.sqlite'];
    await mkdir(folder);
    const store = await filledStore(file);
    await store.backUp(path.join(path.dirname(file), copy));
    expect(await readdir(folder)).toEqual(['copy.sqlite']);
    expect((await stat(path.join(path.dirname(file), copy))).mode & 0o777).toBe(0o600);
    await store.close();
    await expectWhole(path.join(path.dirname(file), copy));
  });

  it('comes to its end although others never stop writing, and holds what was there when it began', async () => {
    const file = await stateFile();
    const store = await filledStore(file);
    // So much that it is copied in many steps; each finds something new.
    const text = 'a long document '.repeat(1_000_000);
    await store.staging.put(madeUpPut(), { text, hidden: [] }, madeUpEntry());
    const other = await openSqliteStateStore({ file });
    const end = { isReached: false };
    const backup = store.backUp(`${file}.copy`).finally(() => {
      end.isReached = true;
    });
    let written = 0;
    for (; !end.isReached && written < 10_000; written++) {
      for (const writer of [store, other]) await writer.facts.set('written', `${written}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(end.isReached).toBe(true);
    await backup;
    await other.close();
    await store.close();
    await expectWhole(`${file}.copy`);
    const copy = await openSqliteStateStore({ file: `${file}.copy` });
    expect(written - Number(await copy.facts.get('written'))).toBeGreaterThan(20);
    expect((await copy.staging.text('guild', 'server:treaty', 'v1'))?.text).toBe(text);
    await copy.close();
  }, 60_000);

  it('overwrites no file', async () => {
    const file = await stateFile();
    const store = await filledStore(file);
    await writeFile(`${file}.copy`, 'precious');
    const error: unknown = await store.backUp(`${file}.copy`).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StateError);
    expect((error as StateError).line).toContain(`${file}.copy is there already`);
    expect(await readFile(`${file}.copy`, 'utf8')).toBe('precious');
    await expect(store.backUp(file)).rejects.toBeInstanceOf(StateError);
    await store.close();
  });

  it('begins anew where an earlier one was interrupted', async () => {
    const file = await stateFile();
    const store = await filledStore(file);
    await writeFile(`${file}.copy.partial`, 'half a database');
    await writeFile(`${file}.copy.partial-journal`, 'half a journal');
    await store.backUp(`${file}.copy`);
    await store.close();
    expect((await readdir(path.dirname(file))).toSorted()).toEqual(['state.sqlite', 'state.sqlite.copy']);
    await expectWhole(`${file}.copy`);
  });

  it('says what to do when it cannot be written, and leaves nothing', async () => {
    const file = await stateFile();
    const store = await filledStore(file);
    const error: unknown = await store.backUp(path.join(file, 'copy')).catch((thrown: unknown) => thrown);
    const missing = path.join(path.dirname(file), 'nowhere', 'copy');
    const other: unknown = await store.backUp(missing).catch((thrown: unknown) => thrown);
    for (const each of [error, other]) {
      expect(each).toBeInstanceOf(StateError);
      expect((each as StateError).message).toMatch(/^The backup .+copy could not be written \(E[A-Z]+\)\.$/u);
      expect((each as StateError).remedy).toContain('Name a file in a folder that is there');
    }
    await store.close();
    expect(await readdir(path.dirname(file))).toEqual(['state.sqlite']);
  });
});
