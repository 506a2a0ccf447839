import { beforeEach, describe, expect, it } from 'vitest';
import { madeUpRecord, madeUpResults, resultsAbout } from '../../state/made-up-record.js';
import type { OpenedStore } from './made-up-acts.js';

/** Keeping and finding what was shown, and the messages that show it. */
export function recordsContract(store: OpenedStore): void {
  describe('records', () => {
    it.each(madeUpResults.map((result) => [result.kind, result] as const))(
      'are found as they were kept: %s',
      async (_, result) => {
        const inGuild = madeUpRecord('in guild', { result, isPrivate: true, shownAt: 1_764_000_000_123 });
        const inDirectMessage = madeUpRecord('direct', { result, guild: null });
        await store().records.keep(inGuild);
        await store().records.keep(inDirectMessage);
        expect(await store().records.find('in guild')).toEqual(inGuild);
        expect(await store().records.find('direct')).toEqual(inDirectMessage);
      },
    );

    it('are nothing where nothing was kept', async () => {
      expect(await store().records.find('unknown')).toBeNull();
      expect(await store().records.findByMessage('unknown')).toBeNull();
    });

    it('do not change with what was handed over or given out', async () => {
      const record = { ...madeUpRecord('a') };
      const kept = store().records.keep(record);
      record.channel = 'another';
      await kept;
      const found = await store().records.find('a');
      Object.assign(found ?? {}, { channel: 'a third' });
      expect((await store().records.find('a'))?.channel).toBe('channel');
    });

    it('are replaced by a later one of the same id, and keep what hangs on them', async () => {
      await store().records.keep(madeUpRecord('a'));
      await store().records.place('a', ['message']);
      await store().feedback.vote('a', 'member', 'up', 1);
      await store().feedback.dispute({ record: 'a', member: 'member', text: 'No.', at: 1 });
      const later = madeUpRecord('a', {
        result: madeUpResults[2] ?? expect.fail(),
        guild: 'another',
        channel: 'another',
        asker: 'another',
        isPrivate: true,
        shownAt: 2_000,
      });
      await store().records.keep(later);
      expect(await store().records.findByMessage('message')).toEqual(later);
      expect(await store().feedback.votes('a')).toEqual({ up: 1, down: 0 });
      expect(await store().feedback.disputes('a')).toHaveLength(1);
    });
  });

  describe('a record whose messages were corrected', () => {
    const [answered = expect.fail(), , checked = expect.fail()] = madeUpResults;

    it('shows what they show now, and remembers what they showed at first; all else stays', async () => {
      const record = madeUpRecord('a', { result: answered, isPrivate: true });
      await store().records.keep(record);
      await store().records.place('a', ['message']);
      expect(await store().records.correct('a', { result: checked, original: answered })).toBe(true);
      const corrected = { ...record, result: checked, original: answered };
      expect(await store().records.findByMessage('message')).toEqual(corrected);
      expect(await store().records.correct('a', { result: answered })).toBe(true);
      expect(await store().records.find('a')).toEqual(record);
    });

    it('is found by what it cites now and by what it cited at first', async () => {
      const [first, now] = [resultsAbout('treaty').answer, resultsAbout('map').summary];
      const citing = async (document: string) =>
        (await store().records.citing({ documents: [document], since: 0, limit: 9, guild: 'guild' })).map(
          ({ record }) => record.id,
        );
      await store().records.keep(madeUpRecord('a', { result: first }));
      await store().records.correct('a', { result: now, original: first });
      expect([await citing('treaty'), await citing('map')]).toEqual([['a'], ['a']]);
      await store().records.correct('a', { result: now });
      expect([await citing('treaty'), await citing('map')]).toEqual([[], ['a']]);
    });

    it('is none where nothing was kept, or where it was deleted', async () => {
      expect(await store().records.correct('a', { result: answered })).toBe(false);
      await store().records.keep(madeUpRecord('a'));
      await store().personal.forget('asker');
      expect(await store().records.correct('a', { result: answered, original: checked })).toBe(false);
      expect(await store().records.find('a')).toBeNull();
      expect(await store().records.citing({ documents: ['made-up'], since: 0, limit: 9 })).toEqual([]);
    });

    it('counts as what it shows now', async () => {
      const [, declined = expect.fail()] = madeUpResults;
      await store().records.keep(madeUpRecord('a'));
      await store().records.correct('a', { result: declined, original: answered });
      const asked = { guild: 'guild', since: 0 };
      expect(await store().records.figures(asked)).toMatchObject({ answered: 0, declined: 1 });
      expect(await store().records.asked({ ...asked, outcome: 'declined', limit: 9 })).toHaveLength(1);
    });
  });

  describe('messages', () => {
    beforeEach(async () => {
      await store().records.keep(madeUpRecord('a'));
      await store().records.keep(madeUpRecord('b'));
    });

    it('lead to the record that they show, several to one', async () => {
      await store().records.place('a', ['1', '2']);
      await store().records.place('a', ['3']);
      await store().records.place('b', ['4']);
      await store().records.place('b', []);
      const shown = ['1', '2', '3', '4'].map(async (message) => (await store().records.findByMessage(message))?.id);
      expect(await Promise.all(shown)).toEqual(['a', 'a', 'a', 'b']);
    });

    it('may be placed again, and show the last record then', async () => {
      await store().records.place('a', ['1', '1']);
      await store().records.place('a', ['1']);
      await store().records.place('b', ['1']);
      expect((await store().records.findByMessage('1'))?.id).toBe('b');
    });

    it('are not taken from their record by one that is not there', async () => {
      await store().records.place('a', ['1']);
      await store().records.place('unknown', ['1', '2']);
      expect((await store().records.findByMessage('1'))?.id).toBe('a');
      expect(await store().records.findByMessage('2')).toBeNull();
    });
  });
}
