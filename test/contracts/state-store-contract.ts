import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StateError } from '#src/state/state-error.js';
import type { RecentTurns, StateStore } from '#src/state/state-store.js';
import { madeUpRecord, madeUpResults } from '../state/made-up-record.js';

/** What every state store must do. `open` gives an empty one. */
export function stateStoreContract(name: string, open: () => Promise<StateStore>): void {
  describe(`a state store: ${name}`, () => {
    let store: StateStore;
    const idsOf = async (query: RecentTurns): Promise<readonly string[]> =>
      (await store.recentTurns(query)).map(({ id }) => id);

    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
    });

    describe('records', () => {
      it.each(madeUpResults.map((result) => [result.kind, result] as const))(
        'are found as they were kept: %s',
        async (_, result) => {
          const inGuild = madeUpRecord('in guild', { result, isPrivate: true, shownAt: 1_764_000_000_123 });
          const inDirectMessage = madeUpRecord('direct', { result, guild: null });
          await store.keep(inGuild);
          await store.keep(inDirectMessage);
          expect(await store.find('in guild')).toEqual(inGuild);
          expect(await store.find('direct')).toEqual(inDirectMessage);
        },
      );

      it('are nothing where nothing was kept', async () => {
        expect(await store.find('unknown')).toBeNull();
        expect(await store.findByMessage('unknown')).toBeNull();
      });

      it.each([
        ['quotes and SQL', `'; DROP TABLE records; --"\\`],
        ['line breaks and NUL', 'a\r\n\u0000b'],
        ['half a surrogate pair', 'cease\uD83Dfire'],
        ['other scripts and emoji', 'Перемирие 停戦 👩‍👩‍👧‍👦 \u202E'],
        ['100 kB', 'ceasefire '.repeat(10_000)],
        ['nothing', ''],
      ])('keep a question of %s', async (_, question) => {
        const [first] = madeUpResults;
        if (first?.kind !== 'answer') throw new Error('the first is an answer');
        const record = madeUpRecord('a', { result: { ...first, question } });
        await store.keep(record);
        expect(await store.find('a')).toEqual(record);
      });

      it('take any text as an id', async () => {
        const ids = ['', ' ', 'A', 'a', '%', "'", '1', '01', '1e0', 'null', 'ä', '🕊️'];
        for (const [shownAt, id] of ids.entries()) await store.keep(madeUpRecord(id, { shownAt }));
        for (const [shownAt, id] of ids.entries()) expect((await store.find(id))?.shownAt).toBe(shownAt);
      });

      it('do not change with what was handed over or given out', async () => {
        const record = { ...madeUpRecord('a') };
        const kept = store.keep(record);
        record.channel = 'another';
        await kept;
        const found = await store.find('a');
        Object.assign(found ?? {}, { channel: 'a third' });
        expect((await store.find('a'))?.channel).toBe('channel');
      });

      it('are replaced by a later one of the same id, and keep what hangs on them', async () => {
        await store.keep(madeUpRecord('a'));
        await store.place('a', ['message']);
        await store.vote('a', 'member', 'up', 1);
        await store.dispute({ record: 'a', member: 'member', text: 'No.', at: 1 });
        const later = madeUpRecord('a', { result: madeUpResults[2] ?? expect.fail(), isPrivate: true, shownAt: 2_000 });
        await store.keep(later);
        expect(await store.findByMessage('message')).toEqual(later);
        expect(await store.votes('a')).toEqual({ up: 1, down: 0 });
        expect(await store.disputes('a')).toHaveLength(1);
      });
    });

    describe('messages', () => {
      beforeEach(async () => {
        await store.keep(madeUpRecord('a'));
        await store.keep(madeUpRecord('b'));
      });

      it('lead to the record that they show, several to one', async () => {
        await store.place('a', ['1', '2']);
        await store.place('a', ['3']);
        await store.place('b', ['4']);
        await store.place('b', []);
        const shown = ['1', '2', '3', '4'].map(async (message) => (await store.findByMessage(message))?.id);
        expect(await Promise.all(shown)).toEqual(['a', 'a', 'a', 'b']);
      });

      it('may be placed again, and show the last record then', async () => {
        await store.place('a', ['1', '1']);
        await store.place('a', ['1']);
        await store.place('b', ['1']);
        expect((await store.findByMessage('1'))?.id).toBe('b');
      });

      it('are not taken from their record by one that is not there', async () => {
        await store.place('a', ['1']);
        await store.place('unknown', ['1', '2']);
        expect((await store.findByMessage('1'))?.id).toBe('a');
        expect(await store.findByMessage('2')).toBeNull();
      });
    });

    describe('recent turns', () => {
      const everybody = { channel: 'channel', withPrivate: false, since: 0, limit: 10 };

      beforeEach(async () => {
        await store.keep(madeUpRecord('second', { shownAt: 2_000 }));
        await store.keep(madeUpRecord('first', { shownAt: 1_000, asker: 'other' }));
        await store.keep(madeUpRecord('third', { shownAt: 3_000, isPrivate: true }));
        await store.keep(madeUpRecord('fourth', { shownAt: 4_000, isPrivate: true, asker: 'other' }));
        await store.keep(madeUpRecord('elsewhere', { channel: 'another' }));
        await store.keep(madeUpRecord('check', { result: madeUpResults[2] ?? expect.fail() }));
        await store.keep(madeUpRecord('summary', { result: madeUpResults[3] ?? expect.fail() }));
      });

      it('are the answers that everybody in the channel saw, newest first', async () => {
        expect(await idsOf(everybody)).toEqual(['second', 'first']);
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

    describe('votes', () => {
      it('count one for a member: the last', async () => {
        await store.keep(madeUpRecord('a'));
        await store.keep(madeUpRecord('b'));
        expect(await store.votes('a')).toEqual({ up: 0, down: 0 });
        await store.vote('a', 'one', 'up', 1);
        await store.vote('a', 'two', 'up', 2);
        await store.vote('a', 'three', 'down', 3);
        await store.vote('b', 'one', 'down', 4);
        expect(await store.votes('a')).toEqual({ up: 2, down: 1 });
        await store.vote('a', 'one', 'down', 5);
        await store.vote('a', 'one', 'down', 6);
        expect(await store.votes('a')).toEqual({ up: 1, down: 2 });
        expect(await store.votes('b')).toEqual({ up: 0, down: 1 });
      });

      it('on a record that is not there are not kept, also not for a later one', async () => {
        await store.vote('a', 'one', 'up', 1);
        expect(await store.votes('a')).toEqual({ up: 0, down: 0 });
        await store.keep(madeUpRecord('a'));
        expect(await store.votes('a')).toEqual({ up: 0, down: 0 });
      });
    });

    describe('disputes', () => {
      const dispute = { record: 'a', member: 'one', text: 'It was nine hours: "9 h".\n', at: 1_764_000_000_123 };

      it('come back in their order, several from one member too', async () => {
        await store.keep(madeUpRecord('a'));
        await store.keep(madeUpRecord('b'));
        const second = { ...dispute, text: 'And it was Paris.', at: 5 };
        const other = { ...dispute, record: 'b', member: 'two' };
        for (const each of [dispute, other, second, dispute]) await store.dispute(each);
        expect(await store.disputes('a')).toEqual([dispute, second, dispute]);
        expect(await store.disputes('b')).toEqual([other]);
      });

      it('of a record that is not there are not kept', async () => {
        await store.dispute(dispute);
        expect(await store.disputes('a')).toEqual([]);
      });
    });

    describe('facts', () => {
      it('are what was last set', async () => {
        expect(await store.fact('commands')).toBeNull();
        await store.setFact('commands', 'abc');
        await store.setFact('other', '');
        await store.setFact('commands', 'def');
        expect(await store.fact('commands')).toBe('def');
        expect(await store.fact('other')).toBe('');
      });
    });

    describe('forgetting', () => {
      it('takes what was shown before, with everything that hangs on it, and nothing else', async () => {
        for (const [id, shownAt] of [
          ['old', 999],
          ['new', 1_000],
        ] as const) {
          await store.keep(madeUpRecord(id, { shownAt }));
          await store.place(id, [`shows ${id}`]);
          await store.vote(id, 'member', 'up', 1);
          await store.dispute({ record: id, member: 'member', text: 'No.', at: 1 });
        }
        await store.setFact('commands', 'abc');
        expect(await store.forgetBefore(1_000)).toBe(1);
        expect(await store.find('old')).toBeNull();
        expect(await store.findByMessage('shows old')).toBeNull();
        expect(await store.votes('old')).toEqual({ up: 0, down: 0 });
        expect(await store.disputes('old')).toEqual([]);
        expect((await store.findByMessage('shows new'))?.id).toBe('new');
        expect(await store.votes('new')).toEqual({ up: 1, down: 0 });
        expect(await store.disputes('new')).toHaveLength(1);
        expect(await store.fact('commands')).toBe('abc');
        expect(await store.forgetBefore(1_000)).toBe(0);
        // What hung on the old one must not come back with a new one of its id.
        await store.keep(madeUpRecord('old'));
        expect(await store.findByMessage('shows old')).toBeNull();
        expect(await store.votes('old')).toEqual({ up: 0, down: 0 });
        expect(await store.disputes('old')).toEqual([]);
      });

      it('takes many, however many go at once', async () => {
        for (const count of [49, 50, 51, 100, 120]) {
          for (let index = 0; index < count; index++)
            await store.keep(madeUpRecord(`${index}`, { shownAt: index % 7 }));
          expect(await store.forgetBefore(7)).toBe(count);
          expect(await store.find('0')).toBeNull();
        }
      });

      it('lets others have their turn meanwhile', async () => {
        for (let index = 0; index < 300; index++) await store.keep(madeUpRecord(`${index}`));
        await store.keep(madeUpRecord('stays', { shownAt: 5_000 }));
        const forgetting = store.forgetBefore(5_000);
        const meanwhile = [store.find('stays'), store.keep(madeUpRecord('also stays', { shownAt: 5_000 }))];
        await Promise.all(meanwhile);
        expect(await forgetting).toBe(300);
        expect(await store.find('also stays')).not.toBeNull();
      });
    });

    it('takes calls that do not wait for each other', async () => {
      const ids = Array.from({ length: 50 }, (_, index) => `${index}`);
      await Promise.all(
        ids.map(async (id) => {
          await store.keep(madeUpRecord(id));
          await Promise.all([store.place(id, [`first ${id}`, `second ${id}`]), store.vote(id, 'member', 'up', 1)]);
        }),
      );
      for (const id of ids) {
        expect((await store.findByMessage(`second ${id}`))?.id).toBe(id);
        expect(await store.votes(id)).toEqual({ up: 1, down: 0 });
      }
    });

    it('refuses to work once it is closed', async () => {
      await store.close();
      await store.close();
      for (const call of [
        () => store.find('a'),
        () => store.keep(madeUpRecord('a')),
        () => store.place('a', ['1']),
        () => store.fact('a'),
        () => store.forgetBefore(1),
      ]) {
        await expect(call()).rejects.toBeInstanceOf(StateError);
      }
    });
  });
}
