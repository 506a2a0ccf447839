import { describe, expect, it } from 'vitest';
import type { Setting } from '#src/state/seams/settings.js';
import { entriesOf, madeUpEntry, type OpenedStore } from './made-up-acts.js';

function setting(key: string, value: unknown, more: Partial<Setting> = {}): Setting {
  return { guild: 'guild', channel: null, key, value, ...more };
}

/** What a server has set. */
export function settingsContract(store: OpenedStore): void {
  const set = (each: Setting): Promise<void> => store().settings.set(each, madeUpEntry());

  describe('settings', () => {
    it.each([
      ['a text', 'here'],
      ['an empty text', ''],
      ['a text that looks like JSON', '{"a":1}'],
      ['no', false],
      ['nought', 0],
      ['a fraction', 0.1],
      ['a large number', Number.MAX_SAFE_INTEGER],
      ['an empty list', []],
      ['a list', ['1', null, ['2']]],
      ['an object', { member: { count: 3, windowMs: 60_000 }, channel: null }],
    ])('hold any JSON value: %s', async (_, value) => {
      await set(setting('key', value));
      expect(await store().settings.of('guild')).toEqual([setting('key', value)]);
    });

    it('hold one value a key, the last, for the server and for each channel', async () => {
      for (const value of [1, 2]) {
        await set(setting('key', `server ${value}`));
        await set(setting('key', `here ${value}`, { channel: 'here' }));
        await set(setting('key', `there ${value}`, { channel: 'there' }));
      }
      expect(await store().settings.of('guild')).toEqual([
        setting('key', 'server 2'),
        setting('key', 'here 2', { channel: 'here' }),
        setting('key', 'there 2', { channel: 'there' }),
      ]);
    });

    it('go back to the default, one by one', async () => {
      await set(setting('key', 1));
      await set(setting('key', 2, { channel: 'here' }));
      await set(setting('other', 3));
      await set(setting('key', null));
      expect(await store().settings.of('guild')).toEqual([setting('other', 3), setting('key', 2, { channel: 'here' })]);
      await set(setting('key', null, { channel: 'here' }));
      await set(setting('unknown', null));
      expect(await store().settings.of('guild')).toEqual([setting('other', 3)]);
    });

    it('are listed by channel and key, the whole server first', async () => {
      for (const channel of ['b', null, 'a', 'B', '10', '9'])
        for (const key of ['z', 'a', 'Z']) await set(setting(key, 1, { channel }));
      const listed = (await store().settings.of('guild')).map(({ channel, key }) => `${channel} ${key}`);
      const channels = [null, '10', '9', 'B', 'a', 'b'];
      expect(listed).toEqual(channels.flatMap((channel) => ['Z', 'a', 'z'].map((key) => `${channel} ${key}`)));
    });

    it('stay in their server', async () => {
      await set(setting('key', 'mine'));
      await set(setting('key', 'canary', { guild: 'another' }));
      await set(setting('key', 'canary', { guild: 'another', channel: 'here' }));
      expect(await store().settings.of('guild')).toEqual([setting('key', 'mine')]);
      await set(setting('key', null));
      expect(await store().settings.of('guild')).toEqual([]);
      expect(await store().settings.of('another')).toHaveLength(2);
      expect(await store().settings.of('null')).toEqual([]);
    });

    it('are in the audit log, each time', async () => {
      const noted = [1, 2, 3].map((number) => madeUpEntry({ act: 'settings', subject: 'key', after: `${number}` }));
      for (const [index, entry] of noted.entries())
        await store().settings.set(setting('key', index === 2 ? null : index), entry);
      expect(await entriesOf(store())).toEqual(noted.toReversed());
    });

    it('do not change with what was handed over', async () => {
      const roles = ['one'];
      const kept = set(setting('roles', roles));
      roles.push('two');
      await kept;
      expect(await store().settings.of('guild')).toEqual([setting('roles', ['one'])]);
    });
  });
}
