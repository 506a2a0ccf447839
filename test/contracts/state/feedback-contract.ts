import { describe, expect, it } from 'vitest';
import type { ReviewItem } from '#src/state/seams/feedback.js';
import { madeUpRecord } from '../../state/made-up-record.js';
import { madeUpEntry, nothingFollows, type OpenedStore, unnumbered } from './made-up-acts.js';

/** What members say of what they were shown, and what of it reaches the review. */
export function feedbackContract(store: OpenedStore): void {
  const openItems = async (guild = 'guild'): Promise<readonly Omit<ReviewItem, 'number'>[]> =>
    (await store().reviews.open(guild, { limit: 100 })).items.map(unnumbered);

  describe('votes', () => {
    it('count one for a member: the last', async () => {
      await store().records.keep(madeUpRecord('a'));
      await store().records.keep(madeUpRecord('b'));
      expect(await store().feedback.votes('a')).toEqual({ up: 0, down: 0 });
      await store().feedback.vote('a', 'one', 'up', 1);
      await store().feedback.vote('a', 'two', 'up', 2);
      await store().feedback.vote('a', 'three', 'down', 3);
      await store().feedback.vote('b', 'one', 'down', 4);
      expect(await store().feedback.votes('a')).toEqual({ up: 2, down: 1 });
      await store().feedback.vote('a', 'one', 'down', 5);
      await store().feedback.vote('a', 'one', 'down', 6);
      expect(await store().feedback.votes('a')).toEqual({ up: 1, down: 2 });
      expect(await store().feedback.votes('b')).toEqual({ up: 0, down: 1 });
      expect((await store().personal.of('one')).votes).toContainEqual({ record: 'a', vote: 'down', at: 6 });
    });

    it('on a record that is not there are not kept, also not for a later one', async () => {
      await store().feedback.vote('a', 'one', 'down', 1);
      expect(await store().feedback.votes('a')).toEqual({ up: 0, down: 0 });
      await store().records.keep(madeUpRecord('a'));
      expect(await store().feedback.votes('a')).toEqual({ up: 0, down: 0 });
      expect(await openItems()).toEqual([]);
      expect((await store().personal.of('one')).votes).toEqual([]);
    });

    it('open one item of the review a record: with the first 👎', async () => {
      await store().records.keep(madeUpRecord('a'));
      await store().feedback.vote('a', 'one', 'up', 1);
      expect(await openItems()).toEqual([]);
      await store().feedback.vote('a', 'two', 'down', 1_764_000_000_123);
      await store().feedback.vote('a', 'three', 'down', 1_764_000_000_124);
      await store().feedback.vote('a', 'one', 'down', 1_764_000_000_125);
      await store().feedback.vote('a', 'two', 'up', 1_764_000_000_126);
      await store().feedback.vote('a', 'two', 'down', 1_764_000_000_127);
      const item = { guild: 'guild', kind: 'vote', record: 'a', text: '', at: 1_764_000_000_123, state: 'open' };
      expect(await openItems()).toEqual([item]);
    });

    it('do not open an item again that was settled', async () => {
      await store().records.keep(madeUpRecord('a'));
      await store().records.keep(madeUpRecord('b'));
      for (const record of ['a', 'b']) await store().feedback.vote(record, 'one', 'down', 1);
      const [first, second] = (await store().reviews.open('guild', { limit: 9 })).items;
      await store().reviews.accept('guild', first?.number ?? 0, nothingFollows, madeUpEntry());
      await store().reviews.reject('guild', second?.number ?? 0, madeUpEntry());
      for (const record of ['a', 'b']) await store().feedback.vote(record, 'two', 'down', 2);
      expect(await openItems()).toEqual([]);
    });

    it('in private or in a direct message reach no review', async () => {
      await store().records.keep(madeUpRecord('private', { isPrivate: true }));
      await store().records.keep(madeUpRecord('direct', { guild: null }));
      for (const record of ['private', 'direct']) {
        await store().feedback.vote(record, 'one', 'down', 1);
        expect(await store().feedback.votes(record)).toEqual({ up: 0, down: 1 });
      }
      expect(await openItems()).toEqual([]);
      expect(await openItems('null')).toEqual([]);
    });
  });

  describe('disputes', () => {
    const dispute = { record: 'a', member: 'one', text: 'It was nine hours: "9 h".\n', at: 1_764_000_000_123 };

    it('come back in their order, several from one member too', async () => {
      await store().records.keep(madeUpRecord('a'));
      await store().records.keep(madeUpRecord('b'));
      const second = { ...dispute, text: 'And it was Paris.', at: 5 };
      const other = { ...dispute, record: 'b', member: 'two' };
      for (const each of [dispute, other, second, dispute]) await store().feedback.dispute(each);
      expect(await store().feedback.disputes('a')).toEqual([dispute, second, dispute]);
      expect(await store().feedback.disputes('b')).toEqual([other]);
    });

    it('of a record that is not there are not kept', async () => {
      await store().feedback.dispute(dispute);
      expect(await store().feedback.disputes('a')).toEqual([]);
      await store().records.keep(madeUpRecord('a'));
      expect(await store().feedback.disputes('a')).toEqual([]);
      expect(await openItems()).toEqual([]);
      expect((await store().personal.of('one')).disputes).toEqual([]);
    });

    it('open an item each, of what was shown in private in a server too', async () => {
      await store().records.keep(madeUpRecord('a', { isPrivate: true }));
      await store().feedback.dispute(dispute);
      await store().feedback.dispute({ ...dispute, member: 'two', text: 'Me too.' });
      const item = { guild: 'guild', kind: 'dispute', record: 'a', text: dispute.text, at: dispute.at, state: 'open' };
      expect(await openItems()).toEqual([item, { ...item, text: 'Me too.' }]);
    });

    it('stand beside the item of the votes', async () => {
      await store().records.keep(madeUpRecord('a'));
      await store().feedback.dispute(dispute);
      await store().feedback.vote('a', 'one', 'down', 2);
      await store().feedback.dispute(dispute);
      expect((await openItems()).map(({ kind }) => kind)).toEqual(['dispute', 'vote', 'dispute']);
    });

    it('in a direct message are kept, and reach no review', async () => {
      await store().records.keep(madeUpRecord('a', { guild: null }));
      await store().feedback.dispute(dispute);
      expect(await store().feedback.disputes('a')).toEqual([dispute]);
      expect(await openItems()).toEqual([]);
      expect(await openItems('null')).toEqual([]);
    });
  });
}
