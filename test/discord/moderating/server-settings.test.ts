import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSettingsReader, defaultSettings, readSettings } from '#src/discord/moderating/server-settings.js';
import { settingShapes } from '#src/discord/moderating/setting-shapes.js';
import type { Setting } from '#src/state/seams/settings.js';

const guild = '100000000000000001';
const talks = '200000000000000002';
const news = '300000000000000003';

function set(key: string, value: unknown, channel: string | null = null): Setting {
  return { guild, channel, key, value };
}

describe('settings as they were kept', () => {
  it('are the defaults where nothing is set', () => {
    const read = readSettings([]);
    expect(read).toMatchObject(defaultSettings);
    expect(read.in(talks)).toEqual(defaultSettings.channels);
    expect(read.channelsWithOwn).toEqual([]);
  });

  it('hold what is set, a channel’s own before the server’s', () => {
    const read = readSettings([
      set('moderator-roles', [talks]),
      set('log-channel', news),
      set('answers', false),
      set('private', true),
      set('answers', true, talks),
      set('private', false, news),
    ]);
    expect(read).toMatchObject({ moderatorRoles: [talks], logChannel: news });
    expect(read.in(talks)).toEqual({ answers: true, isPrivate: true });
    expect(read.in(news)).toEqual({ answers: false, isPrivate: false });
    expect(read.in(guild)).toEqual({ answers: false, isPrivate: true });
    expect(read.channelsWithOwn).toEqual([talks, news]);
  });

  it('a quota of none is no limit, which the default is not', () => {
    const own = { count: 1, windowMs: 1000 };
    const read = readSettings([set('quota-member', 'none'), set('quota-channel', own)]);
    expect(read.quotas).toEqual({ channel: own, server: defaultSettings.quotas.server });
    expect('member' in read.quotas).toBe(false);
  });

  it('pass over whatever this version does not know, and what is set for channels that have no such setting', () => {
    const read = readSettings([
      set('colour', 'red'),
      set('__proto__', { answers: false }),
      set('answers', 'no'),
      set('log-channel', '../../x'),
      set('moderator-roles', [guild, 7]),
      set('quota-member', { count: 0, windowMs: 1000 }),
      set('quota-server', null),
      set('moderator-roles', [talks], talks),
    ]);
    expect(read).toMatchObject(defaultSettings);
    expect(read.in(talks)).toEqual(defaultSettings.channels);
  });

  it('are never more than their shapes allow, whatever was kept', () => {
    const keys = fc.constantFrom(...Object.keys(settingShapes), 'other');
    const settings = fc.array(
      fc.record({
        guild: fc.constant(guild),
        channel: fc.constantFrom(null, talks),
        key: keys,
        value: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(settings, (kept) => {
        const read = readSettings(kept);
        expect(typeof read.in(talks).answers).toBe('boolean');
        expect(typeof read.in(talks).isPrivate).toBe('boolean');
        expect(read.moderatorRoles.every((role) => /^\d{17,20}$/u.test(role))).toBe(true);
        for (const limit of Object.values(read.quotas)) expect(limit.count).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

function counted(answer: () => Promise<readonly Setting[]>) {
  const reads: string[] = [];
  const reader = createSettingsReader({
    of(asked) {
      reads.push(asked);
      return answer();
    },
  });
  return { reads, reader };
}

describe('the reader of settings', () => {
  it('reads once for all who ask, and then knows', async () => {
    const { reads, reader } = counted(async () => [set('answers', false)]);
    expect(reader.known(guild)).toBeUndefined();
    await Promise.all([reader.of(guild), reader.of(guild)]);
    expect(reader.known(guild)?.channels.answers).toBe(false);
    await reader.of(guild);
    expect(reads).toEqual([guild]);
  });

  it('reads again once it was told to forget, and keeps nothing that was read before a change', async () => {
    const answers: ((settings: readonly Setting[]) => void)[] = [];
    const { reader } = counted(() => new Promise((resolve) => answers.push(resolve)));
    const early = reader.of(guild);
    reader.forget(guild);
    const late = reader.of(guild);
    answers[1]?.([set('answers', false)]);
    answers[0]?.([]);
    await Promise.all([early, late]);
    expect(reader.known(guild)?.channels.answers).toBe(false);
    reader.forget(guild);
    expect(reader.known(guild)).toBeUndefined();
  });

  it('tries again after a failure', async () => {
    let isBroken = true;
    const { reader } = counted(() => (isBroken ? Promise.reject(new Error('The disk is gone.')) : Promise.resolve([])));
    await expect(reader.of(guild)).rejects.toThrow('The disk is gone.');
    isBroken = false;
    expect((await reader.of(guild)).channels).toEqual(defaultSettings.channels);
  });
});
