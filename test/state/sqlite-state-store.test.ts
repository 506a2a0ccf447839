import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { madeUpEntry } from '../contracts/state/made-up-acts.js';
import { madeUpRecord } from './made-up-record.js';
import { openSpoilable } from './spoilable-store.js';
import { stateFile } from './state-file.js';

describe('a database file', () => {
  it('is made with its folder, for its owner only, and keeps everything', async () => {
    const file = path.join(path.dirname(await stateFile()), 'made', 'on the way', 'state.sqlite');
    const first = await openSqliteStateStore({ file });
    await first.records.keep(madeUpRecord('a'));
    await first.close();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const store = await openSqliteStateStore({ file });
    expect(await store.records.find('a')).toEqual(madeUpRecord('a'));
    await store.close();
  });

  it('holds nothing any more of what was forgotten', async () => {
    const file = await stateFile();
    const store = await openSqliteStateStore({ file });
    await store.records.keep(madeUpRecord('a', { asker: 'somebody-unforgettable' }));
    await store.feedback.dispute({ record: 'a', member: 'member', text: 'something-unforgettable', at: 1 });
    await store.records.keep(madeUpRecord('b', { shownAt: 5_000, asker: 'who-stays' }));
    await store.records.forgetBefore(5_000);
    // The words of a dispute are still in the review, until it is settled and forgotten too.
    expect(await store.reviews.reject('guild', 1, madeUpEntry({ act: 'review reject', at: 2 }))).toBe(true);
    expect(await store.reviews.forgetSettledBefore(5_000)).toBe(1);
    await store.close();
    const bytes = (await readFile(file)).toString('latin1');
    expect(bytes).not.toContain('unforgettable');
    expect(bytes).toContain('who-stays');
  });

  it('holds nothing any more of whom it forgot, and waits for no reader of its log', async () => {
    const file = await stateFile();
    const store = await openSqliteStateStore({ file });
    await store.records.keep(madeUpRecord('a', { asker: 'somebody-unforgettable' }));
    const log = () => readFile(`${file}-wal`, 'latin1');
    // As a backup does.
    const reader = new BetterSqlite3(file, { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from records').get();
    const began = performance.now();
    expect(await store.personal.forget('somebody-unforgettable')).toBe(1);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(await log()).toContain('unforgettable');
    reader.close();
    await store.records.forgetBefore(0);
    expect(await log()).toBe('');
    expect(await readFile(file, 'latin1')).not.toContain('unforgettable');
    await store.close();
  });

  it('may be open in two processes, and each sees what the other wrote', async () => {
    const file = await stateFile();
    const [one, two] = await Promise.all([openSqliteStateStore({ file }), openSqliteStateStore({ file })]);
    await one.records.keep(madeUpRecord('a'));
    await two.records.place('a', ['message']);
    expect((await one.records.findByMessage('message'))?.id).toBe('a');
    await one.close();
    expect((await two.records.find('a'))?.id).toBe('a');
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
    await store.records.keep(madeUpRecord('old'));
    await store.records.place('old', ['message']);
    await store.records.keep(madeUpRecord('new', { shownAt: 2_000 }));
    const spoilt = value.startsWith('{') ? `'${value}'` : value;
    connection.exec(`update records set result = ${spoilt} where id = 'old'`);
    expect(await store.records.find('old')).toBeNull();
    expect(await store.records.findByMessage('message')).toBeNull();
    const turns = await store.records.recentTurns({ channel: 'channel', withPrivate: false, since: 0, limit: 6 });
    expect(turns.map(({ id }) => id)).toEqual(['new']);
    await store.feedback.vote('old', 'member', 'up', 1);
    expect(await store.records.forgetBefore(9_000)).toBe(2);
  });

  it('is shown all the same when it only has fields more', async () => {
    const { connection, store } = await openSpoilable(await stateFile());
    await store.records.keep(madeUpRecord('a'));
    connection.exec(`update records set result = json_set(result, '$.answer.mood', 'calm')`);
    expect(await store.records.find('a')).toEqual(madeUpRecord('a'));
  });
});
