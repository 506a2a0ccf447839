import { describe, expect, it } from 'vitest';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpRecord } from '../../state/made-up-record.js';
import { entriesOf, madeUpEntry, madeUpErratum, madeUpGolden, type OpenedStore, openDispute } from './made-up-acts.js';
import { correctingNow, madeUpCorrecting, madeUpPublication, madeUpPut, stagedText } from './made-up-changes.js';

/** The outcomes of calls that do not wait for each other. */
function atOnce<T>(count: number, call: (index: number) => Promise<T>): Promise<readonly T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => call(index)));
}

/** Calls that do not wait for each other are each whole. */
export function atOnceContract(store: OpenedStore): void {
  describe('calls at once', () => {
    it('keep, place and vote, each for itself', async () => {
      const ids = await atOnce(50, async (index) => {
        const id = `${index}`;
        await store().records.keep(madeUpRecord(id));
        await Promise.all([
          store().records.place(id, [`first ${id}`, `second ${id}`]),
          store().feedback.vote(id, 'member', 'up', 1),
        ]);
        return id;
      });
      for (const id of ids) {
        expect((await store().records.findByMessage(`second ${id}`))?.id).toBe(id);
        expect(await store().feedback.votes(id)).toEqual({ up: 1, down: 0 });
      }
    });

    it('open one item with many 👎, and one with each dispute', async () => {
      await store().records.keep(madeUpRecord('a'));
      await atOnce(20, (index) => store().feedback.vote('a', `${index}`, 'down', 1));
      expect(await store().feedback.votes('a')).toEqual({ up: 0, down: 20 });
      expect((await store().reviews.open('guild', { limit: 9 })).count).toBe(1);
      await atOnce(20, (index) => store().feedback.dispute({ record: 'a', member: 'm', text: `${index}`, at: 1 }));
      const { items, count } = await store().reviews.open('guild', { limit: 99 });
      expect([count, new Set(items.map(({ number }) => number)).size]).toEqual([21, 21]);
      expect(new Set((await store().feedback.disputes('a')).map(({ text }) => text)).size).toBe(20);
    });

    it('take no more of a quota than there is', async () => {
      const limits = { server: { count: 5, windowMs: 100 } };
      const took = await atOnce(20, (index) =>
        store().quotas.take({ guild: 'guild', channel: 'channel', member: `${index}`, at: 1 }, limits),
      );
      expect(took.filter(({ isTaken }) => isTaken)).toHaveLength(5);
    });

    it('book what was spent, each of it once', async () => {
      const spent = { guild: 'guild', member: 'member', at: 1, tokens: 3, microDollars: 7 };
      await atOnce(20, () => store().spending.note(spent));
      const sums = { tokens: 60, microDollars: 140 };
      expect(await store().spending.since(1, spent)).toEqual({ member: sums, server: sums, all: sums });
    });

    const golden = madeUpGolden();
    const erratum = madeUpErratum();
    it.each<readonly [string, (store: StateStore, number: number) => Promise<boolean>]>([
      ['accept', (each, number) => each.reviews.accept('guild', number, { golden, erratum }, madeUpEntry())],
      ['reject', (each, number) => each.reviews.reject('guild', number, madeUpEntry())],
    ])('settle an item once: %s', async (act, settle) => {
      const number = await openDispute(store());
      const settled = await atOnce(5, () => settle(store(), number));
      expect(settled.filter(Boolean)).toHaveLength(1);
      expect(await entriesOf(store())).toHaveLength(1);
      expect(await store().reviews.golden('guild')).toHaveLength(act === 'accept' ? 1 : 0);
      expect(await store().reviews.errata('guild', [erratum])).toHaveLength(act === 'accept' ? 1 : 0);
    });

    it('stage one change a document, and take it back once', async () => {
      await atOnce(10, (index) =>
        store().staging.put(madeUpPut({ version: `${index}` }), stagedText, madeUpEntry({ after: `${index}` })),
      );
      const [change, ...more] = await store().staging.changes('guild');
      expect(more).toEqual([]);
      // What the audit log says was done last is what stands.
      expect((await entriesOf(store()))[0]?.after).toBe(change?.version);
      const taken = await atOnce(5, () => store().staging.discard('guild', 'server:treaty', madeUpEntry()));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await entriesOf(store())).toHaveLength(11);
    });

    it('finish swaps without losing a document that is to be corrected', async () => {
      await atOnce(10, (index) =>
        store().staging.finish(madeUpPublication(), 'g2', madeUpCorrecting({ documents: [`${index}`] })),
      );
      const documents = Array.from({ length: 10 }, (_, index) => `${index}`);
      expect(await correctingNow(store())).toEqual([madeUpCorrecting({ documents })]);
      expect(await entriesOf(store())).toHaveLength(10);
    });

    it('set one value each, as the audit log says', async () => {
      await atOnce(10, (index) =>
        store().settings.set(
          { guild: 'guild', channel: null, key: 'key', value: index },
          madeUpEntry({ after: `${index}` }),
        ),
      );
      const settings = await store().settings.of('guild');
      expect(settings.map(({ value }) => `${value}`)).toEqual([(await entriesOf(store()))[0]?.after]);
      expect(await entriesOf(store())).toHaveLength(10);
    });
  });
}
