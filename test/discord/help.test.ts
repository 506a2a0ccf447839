import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { slashCommands } from '#src/discord/commands/all-commands.js';
import { StateError } from '#src/state/state-error.js';
import type { StateStore } from '#src/state/state-store.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { scriptedDesk } from '../support/scripted-desk.js';

let discord: Loopback;
let bot: RunningBot;
let anna: Actor;
let boss: Actor;

const forModerators = slashCommands.filter(({ data }) => 'default_member_permissions' in data).map(nameOf);
const forMembers = slashCommands.map(nameOf).filter((name) => !forModerators.includes(name) && name !== '/help');

function nameOf({ data }: (typeof slashCommands)[number]): string {
  return `/${data.name}`;
}

beforeEach(async () => {
  discord = await startLoopback();
  anna = discord.member('anna');
  boss = discord.member('boss', { permissions: PermissionFlagsBits.ManageGuild });
  bot = await runBotAgainst(discord, { desk: scriptedDesk() });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

/** The commands that the help names. */
async function named(who: Actor, place: LoopbackChannel = discord.general): Promise<readonly string[]> {
  const { messages } = await who.runs('help', {}, { in: place });
  return messages.flatMap(({ text }) => text.match(/\/[a-z]+\b/gu) ?? []).toSorted();
}

it('names to a member every command of theirs, and none for moderators', async () => {
  expect(forModerators).toContain('/corpus');
  expect(await named(anna)).toEqual(forMembers.toSorted());
});

it('names those for moderators to whoever may moderate, by permission or by a role', async () => {
  const all = [...forMembers, ...forModerators].toSorted();
  expect(await named(boss)).toEqual(all);
  const librarians = discord.role({ name: 'Librarians' });
  await boss.runs('settings server', { moderator_role_add: librarians });
  expect(await named(anna)).toEqual(forMembers.toSorted());
  discord.gives(anna, librarians);
  expect(await named(anna)).toEqual(all);
});

it('in a direct message has what is of use there, for moderators too', async () => {
  expect(await named(boss, boss.direct)).toEqual(forMembers.toSorted());
});

function withoutSettings(state: StateStore): StateStore {
  return {
    ...state,
    settings: { ...state.settings, of: () => Promise.reject(new StateError('The disk is full.', 'Make room.')) },
  };
}

it('is given as to a member while the settings of the server cannot be read', async () => {
  await bot.stop();
  bot = await runBotAgainst(discord, { desk: scriptedDesk(), around: withoutSettings });
  expect(await named(anna)).toEqual(forMembers.toSorted());
  expect(await named(boss)).toContain('/corpus');
});
