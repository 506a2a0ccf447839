import { describe, expect, it } from 'vitest';
import { changeSettings, type SettingChange } from '#src/discord/moderating/change-settings.js';
import { createSettingsReader } from '#src/discord/moderating/server-settings.js';
import { StateError } from '#src/state/state-error.js';
import { createMemoryStateStore } from '../../support/memory-state-store.js';

const guild = '100000000000000001';
const moderator = { guild, user: '200000000000000002', channel: '300000000000000003' };
const roles = ['400000000000000004', '500000000000000005'] as const;

function quiet(around = createMemoryStateStore()) {
  return { state: around, settings: createSettingsReader(around.settings), now: () => 7 };
}

const isPrivate: SettingChange = { key: 'private', channel: null, value: true };

describe('changes of settings', () => {
  it('made at once lose nothing of each other', async () => {
    const parts = quiet();
    const adds = (role: string) =>
      changeSettings(
        moderator,
        (current) => ({
          changes: [{ key: 'moderator-roles', channel: null, value: [...(current['moderator-roles'] ?? []), role] }],
          hints: [],
        }),
        parts,
      );
    await Promise.all(roles.map(adds));
    expect((await parts.settings.of(guild)).moderatorRoles).toEqual(roles);
  });

  it('of one request are each an entry, and build on each other', async () => {
    const parts = quiet();
    const changes = [isPrivate, { ...isPrivate, value: false }, { ...isPrivate, value: null }, isPrivate, isPrivate];
    await changeSettings(moderator, () => ({ changes, hints: [] }), parts);
    const entries = await parts.state.audit.entries({ guild, limit: 9 });
    expect(entries.toReversed().map(({ before, after }) => `${before} → ${after}`)).toEqual([
      'no (default) → yes',
      'yes → no',
      'no → no (default)',
      'no (default) → yes',
    ]);
    expect(entries[0]).toMatchObject({ guild, actor: moderator.user, at: 7, act: 'settings', subject: 'private' });
    expect(parts.settings.known(guild)?.channels.isPrivate).toBe(true);
  });

  it('that are refused are none', async () => {
    const parts = quiet();
    expect(await changeSettings(moderator, () => ({ refusal: 'No.' }), parts)).toEqual({ refusal: 'No.' });
    expect(await parts.state.audit.entries({ guild, limit: 9 })).toEqual([]);
  });

  it('are known as far as they were made when the database fails in the middle', async () => {
    const store = createMemoryStateStore();
    let left = 1;
    const parts = quiet({
      ...store,
      settings: {
        of: (asked) => store.settings.of(asked),
        async set(setting, audited) {
          left -= 1;
          if (left < 0) throw new StateError('The disk is full.', 'Make room.');
          await store.settings.set(setting, audited);
        },
      },
    });
    await parts.settings.of(guild);
    const changes: readonly SettingChange[] = [isPrivate, { key: 'answers', channel: null, value: false }];
    await expect(changeSettings(moderator, () => ({ changes, hints: [] }), parts)).rejects.toThrow('The disk is full.');
    expect(parts.settings.known(guild)?.channels).toEqual({ answers: true, isPrivate: true });
    expect(await store.audit.entries({ guild, limit: 9 })).toHaveLength(1);
  });
});
