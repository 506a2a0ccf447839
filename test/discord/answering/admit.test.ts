import { PermissionsBitField } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Admission, admit, type Using } from '#src/discord/answering/admit.js';
import { createForgottenUses } from '#src/discord/answering/forgotten-uses.js';
import { createSettingsReader } from '#src/discord/moderating/server-settings.js';
import type { StateStore } from '#src/state/state-store.js';
import { createMemoryStateStore } from '../../support/memory-state-store.js';
import { recordingLog } from '../connection/recording-log.js';

const guild = '1017654321098765400';
const role = '1017654321098765401';
const minute = 60_000;

let state: StateStore;
let clock: number;
let forgottenUses: ReturnType<typeof createForgottenUses>;
let log: ReturnType<typeof recordingLog>;
let use: (using?: Partial<Record<keyof Using, unknown>>) => Promise<Admission>;

async function set(key: string, value: unknown): Promise<void> {
  const audited = { guild, actor: 'm', at: 0, act: 'settings', subject: key, before: null, after: null };
  await state.settings.set({ guild, channel: null, key, value }, audited);
}

beforeEach(async () => {
  state = createMemoryStateStore();
  clock = 1_000_000;
  forgottenUses = createForgottenUses();
  log = recordingLog();
  await set('quota-member', { count: 2, windowMs: 10 * minute });
  await set('moderator-roles', [role]);
  const settings = createSettingsReader(state.settings);
  const somebody = {
    guildId: guild,
    channelId: 'general',
    channel: null,
    user: { id: 'anna' },
    member: { roles: [] },
    memberPermissions: new PermissionsBitField(),
  };
  use = (using = {}) =>
    admit({ ...somebody, ...using } as unknown as Using, { state, settings, forgottenUses, log, now: () => clock });
});

function fail(): Promise<never> {
  return Promise.reject(new Error('The disk is full.'));
}

describe('whoever makes use of Parley', () => {
  it('is not counted with a role that the settings name, in that server alone', async () => {
    for (let times = 0; times < 5; times += 1) {
      expect(await use({ member: { roles: [role] } })).toMatchObject({ isAdmitted: true, isModerator: true });
    }
    expect((await state.personal.of('anna')).uses).toEqual([]);
    await use({ guildId: '1017654321098765409', member: { roles: [role] } });
    expect((await state.personal.of('anna')).uses).toMatchObject([{ at: clock }]);
  });

  it('is counted once the role is gone', async () => {
    await use({ member: { roles: [role] } });
    await use();
    await use();
    expect(await use()).toMatchObject({ isAdmitted: false, by: 'member', waitMs: 10 * minute });
  });

  it('is counted in a thread for its channel', async () => {
    await set('quota-channel', { count: 1, windowMs: minute });
    await use({ channelId: 'thread', channel: { isThread: () => true, parentId: 'general' } });
    expect(await use({ user: { id: 'ben' } })).toMatchObject({ isAdmitted: false, by: 'channel' });
  });

  it('gets a use back as if it had never been', async () => {
    const [first] = [await use(), await use()];
    expect(await use()).toMatchObject({ isAdmitted: false });
    if (first.isAdmitted) await first.giveBack();
    expect(await use()).toMatchObject({ isAdmitted: true });
    expect(await use()).toMatchObject({ isAdmitted: false });
  });

  it('is held to uses that were deleted since, until the window has passed them', async () => {
    const uses = [9 * minute, minute].map((before) => ({ guild, at: clock - before }));
    forgottenUses.note('anna', uses, clock);
    expect(await use()).toMatchObject({ isAdmitted: false, by: 'member', limit: { count: 2 }, waitMs: minute });
    expect(await use({ user: { id: 'ben' } })).toMatchObject({ isAdmitted: true });
    clock += minute;
    expect(await use()).toMatchObject({ isAdmitted: true });
    expect(await use()).toMatchObject({ isAdmitted: false, limit: { count: 2 } });
  });

  it('is held to deleted uses in the server where they were made, and nowhere else', async () => {
    const elsewhere = [null, '1017654321098765409'].flatMap((other) =>
      Array.from({ length: 99 }, () => ({ guild: other, at: clock - 1 })),
    );
    forgottenUses.note('anna', elsewhere, clock);
    expect(await use()).toMatchObject({ isAdmitted: true });
    expect(await use({ guildId: null })).toMatchObject({ isAdmitted: false, by: 'member' });
  });

  it('is let in when nothing can be read, and when a use cannot be given back that is logged', async () => {
    const given = await use();
    state.quotas.giveBack = fail;
    if (given.isAdmitted) await given.giveBack();
    state.quotas.take = fail;
    expect(await use()).toMatchObject({ isAdmitted: true, isModerator: false });
    expect(log.lines.map(({ level }) => level)).toEqual(['error', 'error']);
  });
});

describe('uses that were deleted', () => {
  it('are remembered for a day and no longer', () => {
    const day = 24 * 60 * minute;
    const uses = createForgottenUses();
    const anna = { guild, member: 'anna' };
    const at = (...times: readonly number[]) => times.map((time) => ({ guild, at: time }));
    uses.note('anna', at(0, 10), 20);
    uses.note('anna', at(30), 40);
    expect(uses.after(anna, -1)).toEqual([0, 10, 30]);
    expect(uses.after(anna, 10)).toEqual([30]);
    uses.note('ben', at(day + 20), day + 25);
    expect(uses.after(anna, -1)).toEqual([0, 10, 30]);
    uses.note('ben', [], day + 30);
    expect(uses.after(anna, -1)).toEqual([]);
    expect(uses.after({ guild, member: 'ben' }, -1)).toEqual([day + 20]);
  });
});
