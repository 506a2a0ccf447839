import { describe, expect, it } from 'vitest';
import { madeUpRecord } from '../../state/made-up-record.js';
import { madeUpEntry, type OpenedStore } from './made-up-acts.js';

/** How what was shown goes when its time is over. */
export function forgettingContract(store: OpenedStore): void {
  describe('forgetting', () => {
    it('takes what was shown before, with everything that hangs on it, and nothing else', async () => {
      for (const [id, shownAt] of [
        ['old', 999],
        ['new', 1_000],
      ] as const) {
        await store().records.keep(madeUpRecord(id, { shownAt }));
        await store().records.place(id, [`shows ${id}`]);
        await store().feedback.vote(id, 'member', 'up', 1);
        await store().feedback.dispute({ record: id, member: 'member', text: 'No.', at: 1 });
      }
      await store().facts.set('commands', 'abc');
      await store().settings.set({ guild: 'guild', channel: null, key: 'a', value: 1 }, madeUpEntry({ at: 1 }));
      await store().quotas.take({ guild: 'guild', channel: 'channel', member: 'asker', at: 1 }, {});
      expect(await store().records.forgetBefore(1_000)).toBe(1);
      expect(await store().records.find('old')).toBeNull();
      expect(await store().records.findByMessage('shows old')).toBeNull();
      expect(await store().feedback.votes('old')).toEqual({ up: 0, down: 0 });
      expect(await store().feedback.disputes('old')).toEqual([]);
      expect((await store().records.findByMessage('shows new'))?.id).toBe('new');
      expect(await store().feedback.votes('new')).toEqual({ up: 1, down: 0 });
      expect(await store().feedback.disputes('new')).toHaveLength(1);
      expect(await store().facts.get('commands')).toBe('abc');
      expect(await store().settings.of('guild')).toHaveLength(1);
      expect(await store().audit.entries({ guild: 'guild', limit: 9 })).toHaveLength(1);
      expect((await store().personal.of('asker')).uses).toHaveLength(1);
      expect(await store().records.forgetBefore(1_000)).toBe(0);
      // What hung on the old one must not come back with a new one of its id.
      await store().records.keep(madeUpRecord('old'));
      expect(await store().records.findByMessage('shows old')).toBeNull();
      expect(await store().feedback.votes('old')).toEqual({ up: 0, down: 0 });
      expect(await store().feedback.disputes('old')).toEqual([]);
    });

    it('takes many, however many go at once', async () => {
      for (const count of [49, 50, 51, 100, 120]) {
        for (let index = 0; index < count; index++)
          await store().records.keep(madeUpRecord(`${index}`, { shownAt: index % 7 }));
        expect(await store().records.forgetBefore(7)).toBe(count);
        expect(await store().records.find('0')).toBeNull();
      }
    });

    it('lets others have their turn meanwhile', async () => {
      for (let index = 0; index < 300; index++) await store().records.keep(madeUpRecord(`${index}`));
      await store().records.keep(madeUpRecord('stays', { shownAt: 5_000 }));
      const forgetting = store().records.forgetBefore(5_000);
      const meanwhile = [
        store().records.find('stays'),
        store().records.keep(madeUpRecord('also stays', { shownAt: 5_000 })),
      ];
      await Promise.all(meanwhile);
      expect(await forgetting).toBe(300);
      expect(await store().records.find('also stays')).not.toBeNull();
    });
  });
}
