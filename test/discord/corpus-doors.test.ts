import { InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectionOfGuild } from '#src/collections.js';
import { commandDefinitions } from '#src/discord/commands/all-commands.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { OptionValue } from '../support/discord/option-payload.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { type SmallCollections, smallCollections, smallDocument } from '../support/small-collections.js';
import { idleDesk } from './idle-desk.js';

/*
 * Every door of /corpus, for whoever is no moderator. A client shows them no such command; here it is offered to all and
 * everywhere, as an administrator can do in Integrations, or as whoever forges what a client sends.
 */

const treaty = { name: 'Treaty.txt', content: 'The truce held for one week in the city of Aleppo.' };

let collections: SmallCollections;
let discord: Loopback;
let bot: RunningBot;

beforeEach(async () => {
  collections = await smallCollections([smallDocument('velmouth', 'The lighthouse of Velmouth was built in 1871.')]);
  discord = await startLoopback();
  bot = await runBotAgainst(discord, { desk: idleDesk, collections: collections.open });
  const mona = discord.member('mona', { permissions: PermissionFlagsBits.ManageGuild });
  for (const title of ['Live', 'Waiting']) {
    await mona.runs('corpus add', {
      file: { ...treaty, content: `${treaty.content} ${title}.` },
      title: `${title} canary`,
    });
    if (title === 'Live') await collections.publish(discord.home.id);
  }
  discord.registers(
    commandDefinitions.map((command) => ({
      ...command,
      default_member_permissions: null,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    })),
  );
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  await collections.close();
  expect(discord.violations).toEqual([]);
});

const document = 'server:live-canary';
const doors: readonly (readonly [line: string, options: Record<string, OptionValue>])[] = [
  ['corpus list', {}],
  ['corpus show', { document }],
  ['corpus add', { file: { ...treaty, name: 'More.txt' } }],
  ['corpus replace', { document, file: treaty }],
  ['corpus remove', { document }],
  ['corpus discard', { document: 'server:waiting-canary' }],
];

async function everythingKept(): Promise<object> {
  return {
    staged: await bot.state.staging.changes(collectionOfGuild(discord.home.id)),
    acts: await bot.state.audit.entries({ guild: discord.home.id, limit: 100 }),
  };
}

async function expectClosed(who: Actor, where: LoopbackChannel, why: RegExp): Promise<void> {
  const before = await everythingKept();
  for (const [line, options] of doors) {
    const { isEphemeral, messages } = await who.runs(line, options, { in: where });
    expect(isEphemeral, line).toBe(true);
    const text = messages.map((message) => message.text).join('\n');
    expect(text, line).toMatch(why);
    expect(text, line).not.toMatch(/canary|truce/iu);
  }
  for (const act of ['show', 'replace', 'remove', 'discard']) {
    expect(await who.autocompletes(`corpus ${act}`, { document: '' }, 'document', { in: where })).toEqual([]);
  }
  expect(await everythingKept()).toEqual(before);
}

describe('/corpus', () => {
  it('is shown to moderators alone, and in servers alone', () => {
    const command = commandDefinitions.find(({ name }) => name === 'corpus');
    expect(command).toMatchObject({
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      contexts: [InteractionContextType.Guild],
    });
  });

  it('is closed to a member without the permission', async () => {
    await expectClosed(discord.member('ben'), discord.general, /permission/u);
  });

  it('is closed to whoever may do all else', async () => {
    const all = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
    const others = all & ~(PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator);
    await expectClosed(discord.member('otto', { permissions: others }), discord.general, /permission/u);
  });

  it('is closed in direct messages, even to a moderator', async () => {
    const mona = discord.member('mona');
    await expectClosed(mona, mona.direct, /moderators/u);
  });

  it('is closed from the moment on in which the permission is lost', async () => {
    const mona = discord.member('mona');
    expect((await mona.runs('corpus list')).messages[0]?.text).toContain('Live canary');
    discord.member('mona', { permissions: PermissionFlagsBits.ManageMessages });
    await expectClosed(mona, discord.general, /permission/u);
  });

  it('shows a moderator of another server nothing of this one', async () => {
    const away = discord.guild();
    const max = discord.member('max', { guild: away, permissions: PermissionFlagsBits.ManageGuild });
    discord.member('max');
    const before = await everythingKept();
    await expectClosed(max, discord.general, /permission/u);
    const { messages } = await max.runs('corpus list', {}, { in: away.general });
    expect(messages[0]?.text).toContain('This server has no documents of its own');
    expect(await everythingKept()).toEqual(before);
  });
});
