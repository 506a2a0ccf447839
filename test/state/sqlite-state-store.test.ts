import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { madeUpRecord } from './made-up-record.js';
import { openSpoilable } from './spoilable-store.js';
import { stateFile } from './state-file.js';

describe('a database file', () => {
  it('is made with its folder, for its owner only, and keeps everything', async () => {
    const file = path.join(path.dirname(await stateFile()), 'made', 'on the way', 'state.sqlite');
    const first = await openSqliteStateStore({ file });
    await first.keep(madeUpRecord('a'));
    await first.close();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const store = await openSqliteStateStore({ file });
    expect(await store.find('a')).toEqual(madeUpRecord('a'));
    await store.close();
  });

  it('holds nothing any more of what was forgotten', async () => {
    const file = await stateFile();
    const store = await openSqliteStateStore({ file });
    await store.keep(madeUpRecord('a', { asker: 'somebody-unforgettable' }));
    await store.dispute({ record: 'a', member: 'member', text: 'something-unforgettable', at: 1 });
    await store.keep(madeUpRecord('b', { shownAt: 5_000, asker: 'who-stays' }));
    await store.forgetBefore(5_000);
    await store.close();
    const bytes = (await readFile(file)).toString('latin1');
    expect(bytes).not.toContain('unforgettable');
    expect(bytes).toContain('who-stays');
  });

  it('may be open in two processes, and each sees what the other wrote', async () => {
    const file = await stateFile();
    const [one, two] = await Promise.all([openSqliteStateStore({ file }), openSqliteStateStore({ file })]);
    await one.keep(madeUpRecord('a'));
    await two.place('a', ['message']);
    expect((await one.findByMessage('message'))?.id).toBe('a');
    await one.close();
    expect((await two.find('a'))?.id).toBe('a');
    await two.close();
  });
});

describe('a record that this Parley could not show', () => {
  it.each([
    ['of a kind it does not know', `{"kind":"poem","question":""}`],
    ['that lacks a field', `json_remove(result, '$.answer.citations[0].quote')`],
    ['with another type in a field', `json_set(result, '$.answer.confidence', 'high')`],
    ['that is no JSON', `'{"kind":'`],
    ['that is empty', `''`],
  ])('%s is as good as forgotten', async (_, value) => {
    const { connection, store } = await openSpoilable(await stateFile());
    await store.keep(madeUpRecord('old'));
    await store.place('old', ['message']);
    await store.keep(madeUpRecord('new', { shownAt: 2_000 }));
    const spoilt = value.startsWith('{') ? `'${value}'` : value;
    connection.exec(`update records set result = ${spoilt} where id = 'old'`);
    expect(await store.find('old')).toBeNull();
    expect(await store.findByMessage('message')).toBeNull();
    const turns = await store.recentTurns({ channel: 'channel', withPrivate: false, since: 0, limit: 6 });
    expect(turns.map(({ id }) => id)).toEqual(['new']);
    await store.vote('old', 'member', 'up', 1);
    expect(await store.forgetBefore(9_000)).toBe(2);
  });

  it('is shown all the same when it only has fields more', async () => {
    const { connection, store } = await openSpoilable(await stateFile());
    await store.keep(madeUpRecord('a'));
    connection.exec(`update records set result = json_set(result, '$.answer.mood', 'calm')`);
    expect(await store.find('a')).toEqual(madeUpRecord('a'));
  });
});
