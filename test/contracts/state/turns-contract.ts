import { beforeEach, describe, expect, it } from 'vitest';
import type { RecentTurns } from '#src/state/seams/records.js';
import { madeUpRecord, madeUpResults } from '../../state/made-up-record.js';
import type { OpenedStore } from './made-up-acts.js';

/** The turns that a follow-up is understood from. */
export function turnsContract(store: OpenedStore): void {
  const idsOf = async (query: RecentTurns): Promise<readonly string[]> =>
    (await store().records.recentTurns(query)).map(({ id }) => id);

  describe('recent turns', () => {
    const everybody = { channel: 'channel', withPrivate: false, since: 0, limit: 10 };

    beforeEach(async () => {
      await store().records.keep(madeUpRecord('second', { shownAt: 2_000 }));
      await store().records.keep(madeUpRecord('first', { shownAt: 1_000, asker: 'other' }));
      await store().records.keep(madeUpRecord('third', { shownAt: 3_000, isPrivate: true }));
      await store().records.keep(madeUpRecord('fourth', { shownAt: 4_000, isPrivate: true, asker: 'other' }));
      await store().records.keep(madeUpRecord('elsewhere', { channel: 'another' }));
      await store().records.keep(madeUpRecord('check', { result: madeUpResults[2] ?? expect.fail() }));
      await store().records.keep(madeUpRecord('summary', { result: madeUpResults[3] ?? expect.fail() }));
    });

    it('are the answers that everybody in the channel saw, newest first', async () => {
      expect(await idsOf(everybody)).toEqual(['second', 'first']);
      expect(await store().records.recentTurns({ ...everybody, limit: 1 })).toEqual([
        madeUpRecord('second', { shownAt: 2_000 }),
      ]);
    });

    it('are those of one member', async () => {
      expect(await idsOf({ ...everybody, asker: 'other' })).toEqual(['first']);
      expect(await idsOf({ ...everybody, asker: 'nobody' })).toEqual([]);
    });

    it('hold private ones only for the member who asked', async () => {
      expect(await idsOf({ ...everybody, withPrivate: true })).toEqual(['second', 'first']);
      expect(await idsOf({ ...everybody, withPrivate: true, asker: 'asker' })).toEqual(['third', 'second']);
      expect(await idsOf({ ...everybody, withPrivate: true, asker: 'other' })).toEqual(['fourth', 'first']);
    });

    it('begin and end at a time, that time included', async () => {
      expect(await idsOf({ ...everybody, since: 2_000 })).toEqual(['second']);
      expect(await idsOf({ ...everybody, since: 2_001 })).toEqual([]);
      expect(await idsOf({ ...everybody, until: 1_999 })).toEqual(['first']);
      expect(await idsOf({ ...everybody, until: 2_000 })).toEqual(['second', 'first']);
    });

    it('are the last ones when there are more than asked for', async () => {
      expect(await idsOf({ ...everybody, limit: 1 })).toEqual(['second']);
      expect(await idsOf({ ...everybody, limit: 0 })).toEqual([]);
    });
  });
}
