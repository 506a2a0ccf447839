import { ButtonStyle, type Client, ComponentType, Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotParts } from '#src/discord/bot-parts.js';
import { createClient } from '#src/discord/connection/client.js';
import { type Moderator, respondToModerator } from '#src/discord/moderating/respond-to-moderator.js';
import { createSettingsReader, type SettingsReader } from '#src/discord/moderating/server-settings.js';
import type { OutgoingMessage } from '#src/discord/writing/outgoing-message.js';
import { writeNotice } from '#src/discord/writing/write-notice.js';
import type { Actor } from '../../support/discord/actor.js';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import type { LoopbackRole } from '../../support/discord/loopback-roles.js';
import type { SeenMessage } from '../../support/discord/seen-message.js';
import { quietParts } from '../quiet-parts.js';

/*
 * A bot of the real client whose only command and only button are for moderators: what happens to its button once
 * somebody is none any more.
 */

let discord: Loopback;
let client: Client;
let settings: SettingsReader;
let isBroken: boolean;
let done: Moderator[];
let parts: BotParts;
let isStuck: boolean;
let anna: Actor;
let mods: LoopbackRole;

function withButton(text: string): OutgoingMessage {
  const button = {
    type: ComponentType.Button,
    style: ButtonStyle.Primary,
    label: 'Go on',
    custom_id: 'go-on',
  } as const;
  return { ...writeNotice(text, 'notice'), components: [{ type: ComponentType.ActionRow, components: [button] }] };
}

beforeEach(async () => {
  discord = await startLoopback();
  discord.registers([{ name: 'act', description: 'Acts', contexts: [0, 1] }]);
  anna = discord.member('anna');
  mods = discord.role({ name: 'Mods' });
  discord.gives(anna, mods);
  isBroken = false;
  isStuck = false;
  done = [];
  const kept = [{ guild: discord.home.id, channel: null, key: 'moderator-roles', value: [mods.id] }];
  settings = createSettingsReader({
    of: (guild) =>
      isBroken
        ? Promise.reject(new Error('The disk is gone.'))
        : Promise.resolve(guild === discord.home.id ? kept : []),
  });
  client = createClient({ restApi: discord.api });
  parts = quietParts(client, { desk: {}, settings });
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand() && !interaction.isButton()) return;
    void respondToModerator(
      interaction,
      interaction.isButton() ? 'update' : 'private',
      async (moderator) => {
        done.push(moderator);
        if (isStuck) return new Promise<never>(() => undefined);
        return { messages: [withButton(`Done ${done.length} times`)], record: null };
      },
      parts,
    );
  });
  await client.login(discord.token);
  await discord.ready();
  await settings.of(discord.home.id);
});
afterEach(async () => {
  await client.destroy();
  await discord.closed();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

async function acts(who: Actor): Promise<SeenMessage> {
  const [message] = (await who.runs('act')).messages;
  if (message === undefined) throw new Error('There is no reply.');
  return message;
}

describe('a button for moderators', () => {
  it('acts in place for somebody with the role, who is named to the work', async () => {
    const shown = await acts(anna);
    const [message] = (await anna.presses(shown, 'Go on')).messages;
    expect(message?.id).toBe(shown.id);
    expect(message?.text).toBe('Done 2 times');
    expect(done.at(-1)).toEqual({ guild: discord.home.id, user: anna.id, channel: discord.general.id });
  });

  it('says that what was begun may be done all the same when it takes too long', async () => {
    isStuck = true;
    parts = { ...parts, deadlineMs: 50 };
    const { text } = await acts(anna);
    expect(text).toContain('It may be done all the same: look with /corpus list or /audit');
    expect(text).not.toContain('question');
  });

  it('is refused after the role is lost, and what stands there stays', async () => {
    const shown = await acts(anna);
    discord.takes(anna, mods);
    const reply = await anna.presses(shown, 'Go on');
    expect(reply.isEphemeral).toBe(true);
    expect(reply.messages.map(({ id }) => id)).not.toContain(shown.id);
    expect(reply.messages[0]?.text).toContain('This is for moderators');
    expect(discord.look(shown)?.text).toBe('Done 1 times');
    expect(done).toHaveLength(1);
  });

  it('is refused after the role is gone, or no longer one of moderators', async () => {
    const shown = await acts(anna);
    discord.removesRole(mods);
    await discord.delivered();
    expect((await anna.presses(shown, 'Go on')).messages[0]?.text).toContain('This is for moderators');
    expect(done).toHaveLength(1);
  });

  it('is refused to whoever forges it, also under a message of their own and in a direct message', async () => {
    const ben = discord.member('ben');
    const under = await ben.says('a');
    const forged = await discord.forges(ben, { customId: 'go-on', in: discord.general, under });
    expect(forged.messages.map(({ text }) => text).join()).toContain('permission Manage Server');
    const direct = await anna.says('a', { in: anna.direct });
    const inDirect = await discord.forges(anna, { customId: 'go-on', in: anna.direct, under: direct });
    expect(inDirect.messages.map(({ text }) => text).join()).toContain('moderators');
    expect(done).toEqual([]);
  });

  it('works while the settings are not known, in a message of its own', async () => {
    const shown = await acts(anna);
    settings.forget(discord.home.id);
    const reply = await anna.presses(shown, 'Go on');
    expect(reply.isEphemeral).toBe(true);
    expect(reply.messages[0]?.text).toBe('Done 2 times');
  });

  it('does nothing while the settings cannot be read', async () => {
    const shown = await acts(anna);
    settings.forget(discord.home.id);
    isBroken = true;
    expect((await anna.presses(shown, 'Go on')).messages[0]?.text).toContain('Something went wrong on my side');
    expect(done).toHaveLength(1);
  });
});
