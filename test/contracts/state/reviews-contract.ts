import { describe, expect, it } from 'vitest';
import type { ReviewItem } from '#src/state/seams/feedback.js';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpRecord } from '../../state/made-up-record.js';
import { entriesOf, madeUpEntry, nothingFollows, type OpenedStore, openDispute } from './made-up-acts.js';

const settling = {
  accepted: (store: StateStore, guild: string, number: number, at?: number) =>
    store.reviews.accept(guild, number, nothingFollows, madeUpEntry(at === undefined ? {} : { at })),
  rejected: (store: StateStore, guild: string, number: number, at?: number) =>
    store.reviews.reject(guild, number, madeUpEntry(at === undefined ? {} : { at })),
} as const;
const verdicts = ['accepted', 'rejected'] as const;

/** The queue of what members found wrong. */
export function reviewsContract(store: OpenedStore): void {
  describe('items of the review', () => {
    it('are listed oldest first, with how many there are in all', async () => {
      const numbers: number[] = [];
      for (const text of ['one', 'two', 'three', 'four']) numbers.push(await openDispute(store(), { text }));
      await openDispute(store(), { guild: 'another', record: 'another' });
      expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers);
      const textsOf = async (page: Parameters<StateStore['reviews']['open']>[1]) => {
        const { items, count } = await store().reviews.open('guild', page);
        return [count, ...items.map(({ text }) => text)];
      };
      expect(await textsOf({ limit: 9 })).toEqual([4, 'one', 'two', 'three', 'four']);
      expect(await textsOf({ limit: 2 })).toEqual([4, 'one', 'two']);
      expect(await textsOf({ limit: 2, after: numbers[1] ?? 0 })).toEqual([4, 'three', 'four']);
      expect(await textsOf({ limit: 2, after: numbers[3] ?? 0 })).toEqual([4]);
      expect(await textsOf({ limit: 0 })).toEqual([4]);
      await store().reviews.reject('guild', numbers[1] ?? 0, madeUpEntry());
      expect(await textsOf({ limit: 9 })).toEqual([3, 'one', 'three', 'four']);
      // What was settled meanwhile still says where to go on.
      expect(await textsOf({ limit: 1, after: numbers[1] ?? 0 })).toEqual([3, 'three']);
    });

    it('are each on exactly one page', async () => {
      const numbers: number[] = [];
      for (let index = 0; index < 7; index++) numbers.push(await openDispute(store()));
      for (const limit of [1, 2, 3, 7, 8]) {
        const seen: number[] = [];
        for (let page: readonly ReviewItem[] = [], after = 0; ; after = page.at(-1)?.number ?? 0) {
          page = (await store().reviews.open('guild', { after, limit })).items;
          if (page.length === 0) break;
          seen.push(...page.map(({ number }) => number));
        }
        expect(seen).toEqual(numbers);
      }
    });

    it('are found by their number in their own server, whatever their state', async () => {
      const number = await openDispute(store(), { text: 'No.', at: 7 });
      const item = { number, guild: 'guild', kind: 'dispute', record: 'disputed', text: 'No.', at: 7, state: 'open' };
      expect(await store().reviews.find('guild', number)).toEqual(item);
      expect(await store().reviews.find('another', number)).toBeNull();
      expect(await store().reviews.find('guild', number + 1)).toBeNull();
      await store().reviews.accept('guild', number, nothingFollows, madeUpEntry());
      expect(await store().reviews.find('guild', number)).toEqual({ ...item, state: 'accepted' });
      const other = await openDispute(store());
      await store().reviews.reject('guild', other, madeUpEntry());
      expect((await store().reviews.find('guild', other))?.state).toBe('rejected');
    });

    it('outlive their record', async () => {
      const number = await openDispute(store(), { text: 'No.' });
      await store().records.keep(madeUpRecord('voted'));
      await store().feedback.vote('voted', 'member', 'down', 1);
      await store().records.forgetBefore(9_000);
      expect((await store().reviews.open('guild', { limit: 9 })).items).toMatchObject([
        { number, record: 'disputed', text: 'No.' },
        { kind: 'vote', record: 'voted' },
      ]);
      expect(await store().reviews.reject('guild', number, madeUpEntry())).toBe(true);
    });

    it.each(verdicts)('are settled once, with an entry in the audit log: %s', async (verdict) => {
      const number = await openDispute(store());
      expect(await settling[verdict](store(), 'guild', number)).toBe(true);
      expect((await store().reviews.find('guild', number))?.state).toBe(verdict);
      expect(await entriesOf(store())).toEqual([madeUpEntry()]);
      for (const again of verdicts) expect(await settling[again](store(), 'guild', number)).toBe(false);
      expect((await store().reviews.find('guild', number))?.state).toBe(verdict);
      expect(await entriesOf(store())).toEqual([madeUpEntry()]);
    });

    it.each(verdicts)('are not settled from another server, nor where there is none: %s', async (verdict) => {
      const number = await openDispute(store());
      expect(await settling[verdict](store(), 'another', number)).toBe(false);
      expect(await settling[verdict](store(), 'guild', number + 1)).toBe(false);
      expect((await store().reviews.find('guild', number))?.state).toBe('open');
      expect(await entriesOf(store())).toEqual([]);
      expect(await entriesOf(store(), 'another')).toEqual([]);
    });

    it('are forgotten some time after they were settled, open ones never', async () => {
      const [open, early, late] = [
        await openDispute(store()),
        await openDispute(store()),
        await openDispute(store(), { guild: 'another', record: 'another' }),
      ];
      await settling.accepted(store(), 'guild', early, 999);
      await settling.rejected(store(), 'another', late, 1_000);
      expect(await store().reviews.forgetSettledBefore(1_000)).toBe(1);
      expect(await store().reviews.find('guild', early)).toBeNull();
      expect(await store().reviews.find('another', late)).not.toBeNull();
      expect(await store().reviews.forgetSettledBefore(Number.MAX_SAFE_INTEGER)).toBe(1);
      expect((await store().reviews.find('guild', open))?.state).toBe('open');
      expect(await store().reviews.forgetSettledBefore(Number.MAX_SAFE_INTEGER)).toBe(0);
    });

    it('have numbers that are never given twice, over all servers', async () => {
      const first = await openDispute(store());
      await store().reviews.reject('guild', first, madeUpEntry({ at: 1 }));
      expect(await store().reviews.forgetSettledBefore(2)).toBe(1);
      const second = await openDispute(store(), { guild: 'another', record: 'another' });
      expect(second).toBeGreaterThan(first);
      await store().personal.forget('member');
      expect(await store().reviews.find('another', second)).toBeNull();
      expect(await openDispute(store())).toBeGreaterThan(second);
    });
  });
}
