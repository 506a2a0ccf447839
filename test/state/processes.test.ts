import { once } from 'node:events';
import { expect, it } from 'vitest';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { createRandom } from '../indexing/made-up-documents.js';
import { checkActs } from './check-acts.js';
import { checkIntegrity, checkRecord, checkSpent, killWriters, startWriting } from './kill-writers.js';
import { stateFile } from './state-file.js';

const kills = 6;

it(`everything confirmed is there, and the file whole, after each of ${kills} kills at random moments`, async () => {
  const confirmed: number[] = [];
  await killWriters(await stateFile(), kills, createRandom(Date.now()), (number) => confirmed.push(number));
  expect(confirmed).toHaveLength(kills);
}, 60_000);

it('processes that start at once on a new file and write beside each other lose nothing', async () => {
  const file = await stateFile();
  const [writers, count] = [['one', 'two', 'three'], 100];
  const children = writers.map((writer) => startWriting(file, writer, 1, count));
  const exits = await Promise.all(
    children.map(async (child) => {
      child.stdout?.resume();
      return ((await once(child, 'exit')) as [number])[0];
    }),
  );
  expect(exits).toEqual([0, 0, 0]);
  const store = await openSqliteStateStore({ file });
  for (const writer of writers) {
    expect(await store.facts.get(writer)).toBe(String(count));
    for (let number = 1; number <= count; number++) {
      await checkRecord(store, `${writer}-${number}`);
      await checkSpent(store, writer, number);
    }
    await checkActs(store, writer, count);
  }
  await store.close();
  checkIntegrity(file);
}, 60_000);
