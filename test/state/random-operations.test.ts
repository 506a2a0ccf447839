import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import type { StateStore } from '#src/state/state-store.js';
import { createMemoryStateStore } from '../support/memory-state-store.js';
import { madeUpRecord, madeUpResults } from './made-up-record.js';
import { stateFile } from './state-file.js';

/** Few ids and times, so that operations meet. */
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const member = fc.constantFrom('one', 'two', 'three');
const channel = fc.constantFrom('here', 'there');
const message = fc.constantFrom('1', '2', '3', '4');
const time = fc.nat({ max: 9 });
const text = fc.string({ unit: 'grapheme' });

type Operation = readonly [name: string, act: (store: StateStore) => Promise<unknown>];

const record = fc
  .record({
    id,
    result: fc.constantFrom(...madeUpResults),
    guild: fc.option(fc.constant('guild')),
    channel,
    asker: member,
    isPrivate: fc.boolean(),
    shownAt: time,
  })
  .map((kept) => madeUpRecord(kept.id, kept));
const turns = fc
  .record({
    channel,
    asker: fc.option(member),
    withPrivate: fc.boolean(),
    since: time,
    until: fc.option(time),
    limit: fc.nat({ max: 4 }),
  })
  .map(({ asker, until, ...query }) => ({
    ...query,
    ...(asker === null ? {} : { asker }),
    ...(until === null ? {} : { until }),
  }));

function operation<T>(name: string, input: fc.Arbitrary<T>, act: (store: StateStore, input: T) => Promise<unknown>) {
  return input.map((value): Operation => [`${name} ${JSON.stringify(value)}`, (store) => act(store, value)]);
}

const operations = fc.array(
  fc.oneof(
    operation('keep', record, (store, kept) => store.keep(kept)),
    operation('place', fc.tuple(id, fc.array(message, { maxLength: 3 })), (store, input) => store.place(...input)),
    operation('find', id, (store, found) => store.find(found)),
    operation('find by', message, (store, shown) => store.findByMessage(shown)),
    operation('turns', turns, (store, query) => store.recentTurns(query)),
    operation('vote', fc.tuple(id, member, fc.constantFrom('up', 'down'), time), (store, input) =>
      store.vote(...input),
    ),
    operation('votes', id, (store, voted) => store.votes(voted)),
    operation('dispute', fc.record({ record: id, member, text, at: time }), (store, input) => store.dispute(input)),
    operation('disputes', id, (store, disputed) => store.disputes(disputed)),
    operation('set fact', fc.tuple(text, text), (store, input) => store.setFact(...input)),
    operation('forget', time, (store, before) => store.forgetBefore(before)),
  ),
  { minLength: 20, maxLength: 60 },
);

/** Everything that can be asked, in one value. */
async function everything(store: StateStore): Promise<unknown> {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  return {
    records: await Promise.all(ids.map((each) => store.find(each))),
    placed: await Promise.all(['1', '2', '3', '4'].map((each) => store.findByMessage(each))),
    votes: await Promise.all(ids.map((each) => store.votes(each))),
    disputes: await Promise.all(ids.map((each) => store.disputes(each))),
  };
}

it('any sequence of operations says and leaves what plain lists do, also after reopening', async () => {
  const file = await stateFile();
  await fc.assert(
    fc.asyncProperty(operations, async (sequence) => {
      const lists = createMemoryStateStore();
      const store = await openSqliteStateStore({ file });
      try {
        await store.forgetBefore(Number.MAX_SAFE_INTEGER);
        for (const [name, act] of sequence) {
          expect([name, await act(store)]).toEqual([name, await act(lists)]);
        }
        expect(await everything(store)).toEqual(await everything(lists));
      } finally {
        await store.close();
      }
      const reopened = await openSqliteStateStore({ file });
      try {
        expect(await everything(reopened)).toEqual(await everything(lists));
      } finally {
        await reopened.close();
      }
    }),
    { numRuns: 60 },
  );
});
