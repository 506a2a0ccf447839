import { expect, it } from 'vitest';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import type { StateStore } from '#src/state/state-store.js';
import { createMemoryStateStore } from '../support/memory-state-store.js';
import { madeUpRecord, madeUpResults } from './made-up-record.js';
import { stateFile } from './state-file.js';
import { openVersion1, writeAsVersion1 } from './version-1.js';

/** More than two pages of the migration. */
const count = 450;

/** Every kind of result, in servers and outside, open and private, of several members and documents. */
const records = Array.from({ length: count }, (_, index) => {
  const result = madeUpResults[index % madeUpResults.length] ?? expect.fail();
  return madeUpRecord(`record${index}`, {
    result: JSON.parse(JSON.stringify(result).replaceAll('"made-up"', `"document ${index % 7}"`)) as typeof result,
    guild: [null, 'guild', 'another'][index % 3] ?? null,
    asker: `member ${index % 5}`,
    isPrivate: index % 4 === 1 && index % 8 > 2,
    shownAt: 1_000 + ((index * 37) % count),
  });
});

async function everything({ records: shown, personal, reviews }: StateStore): Promise<unknown> {
  const documents = Array.from({ length: 7 }, (_, index) => `document ${index}`);
  const servers = ['guild', 'another'].map(async (guild) => ({
    cited: await shown.citing({ guild, documents: documents.slice(0, 2), since: 1_100, limit: 1_000 }),
    asked: await shown.asked({ guild, since: 1_100, limit: 1_000 }),
    declined: await shown.asked({ guild, since: 0, outcome: 'declined', limit: 1_000 }),
    figures: await shown.figures({ guild, since: 1_050 }),
    open: await reviews.open(guild, { limit: 1_000 }),
  }));
  return {
    cited: await Promise.all(
      documents.map((document) => shown.citing({ documents: [document], since: 0, limit: 1_000 })),
    ),
    people: await Promise.all(['member 0', 'member 1', 'voter'].map((member) => personal.of(member))),
    servers: await Promise.all(servers),
  };
}

it('a database of the first version says after the migration what one says that was told the same', async () => {
  const file = await stateFile();
  const tables = await openVersion1(file);
  const version1 = writeAsVersion1(tables);
  tables.connection.exec('begin');
  const told = createMemoryStateStore();
  for (const record of records) {
    version1.keep(record);
    await told.records.keep(record);
  }
  for (const [index, { id }] of records.entries()) {
    const at = 5_000 + 2 * index;
    if (index % 3 === 0) {
      version1.vote(id, 'voter', index % 2 === 0 ? 'down' : 'up', at);
      await told.feedback.vote(id, 'voter', index % 2 === 0 ? 'down' : 'up', at);
    }
    if (index % 5 === 0) {
      version1.vote(id, 'second', 'down', at);
      await told.feedback.vote(id, 'second', 'down', at);
    }
    if (index % 11 === 0) {
      version1.dispute(id, 1, 'voter', `No ${index}.`, at + 1);
      await told.feedback.dispute({ record: id, member: 'voter', text: `No ${index}.`, at: at + 1 });
    }
  }
  tables.connection.exec('commit');
  const store = await openSqliteStateStore({ file });
  try {
    expect(await everything(store)).toEqual(await everything(told));
    // Numbers go on after those of the migration.
    const dispute = { record: 'record1', member: 'voter', text: 'And this.', at: 9_000 };
    await store.feedback.dispute(dispute);
    await told.feedback.dispute(dispute);
    expect(await store.reviews.open('guild', { limit: 1_000 })).toEqual(
      await told.reviews.open('guild', { limit: 1_000 }),
    );
    // What everybody's words opened goes with them.
    for (const each of [store, told]) await each.personal.forget('voter');
    expect(await everything(store)).toEqual(await everything(told));
    expect(await store.faults()).toEqual([]);
  } finally {
    await store.close();
  }
});

it('a record of the first version that nobody can read any more is found by nothing, and stops nothing', async () => {
  const file = await stateFile();
  const version1 = writeAsVersion1(await openVersion1(file));
  for (const [index, json] of ['', '{', '[]', '{"kind":"poem"}', '{"kind":"answer","answer":{}}'].entries()) {
    version1.keep(madeUpRecord(`spoilt${index}`), json);
  }
  version1.keep(madeUpRecord('whole'));
  const store = await openSqliteStateStore({ file });
  const cited = await store.records.citing({ guild: 'guild', documents: ['made-up'], since: 0, limit: 10 });
  expect(cited.map(({ record }) => record.id)).toEqual(['whole']);
  expect((await store.records.asked({ guild: 'guild', since: 0, limit: 10 })).map(({ id }) => id)).toEqual(['whole']);
  expect(await store.records.figures({ guild: 'guild', since: 0 })).toMatchObject({ answered: 1, declined: 0 });
  expect(await store.records.forgetBefore(5_000)).toBe(6);
  await store.close();
});
