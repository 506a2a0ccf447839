import { rm } from 'node:fs/promises';
import path from 'node:path';
import { InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandDefinitions } from '#src/discord/commands/all-commands.js';
import { createButtons, forms } from '#src/discord/components/all-components.js';
import { type ActionName, customIdOf } from '#src/discord/custom-id.js';
import { english } from '#src/discord/wording/english.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { everyFile, everyRow } from '../support/everything-kept.js';
import { createIndexGate, type IndexGate } from '../support/index-gate.js';
import {
  type Grounds,
  type ModeratedBot,
  moderatorIn,
  prepareGrounds,
  runModeratedBot,
} from '../support/moderated-bot.js';
import { onlyMessage } from '../support/only-message.js';
import { actions, moderatorsCommands, offeredWhileTyping, type Targets, triesEverything } from './moderators-doors.js';

/*
 * Every door that is for moderators alone, found in the registries: commands and what they offer while one types, buttons,
 * forms. A client shows them to nobody else; here they are offered to all and everywhere, as an administrator can do in
 * Integrations, and what hangs on messages is forged.
 */

let grounds: Grounds;
let discord: Loopback;
let gate: IndexGate;
let bot: ModeratedBot;
let mona: Actor;
/** *Publish* for what is staged, and an open item of the review. */
let question: SeenMessage;
let answer: SeenMessage;
let targets: Targets;

async function publish(text: string): Promise<string> {
  await bot.stage(discord.home.id, 'Ledger', text);
  const asked = onlyMessage(await mona.runs('reindex run'));
  const { text: end } = onlyMessage(await mona.presses(asked, 'Publish'));
  const [, generation] = /generation (\S+) is live/u.exec(end) ?? [];
  if (generation === undefined) throw new Error(`Nothing was published: ${end}`);
  return generation;
}

beforeAll(async () => {
  grounds = await prepareGrounds();
}, 60_000);
afterAll(() => grounds.close());

beforeEach(async () => {
  discord = await startLoopback();
  gate = createIndexGate();
  bot = await runModeratedBot(discord, grounds, { aroundIndex: gate.around, homeGuilds: [discord.home.id] });
  mona = moderatorIn(discord, 'mona');
  const generations = {
    before: await publish('The harbour of Varna is 400 metres long.'),
    live: await publish('The harbour of Varna is 410 metres long.'),
  };
  await bot.stage(discord.home.id, 'Waiting', 'The quay of Varna is 90 metres long.');
  const anna = discord.member('anna');
  answer = onlyMessage(await anna.runs('ask', { question: 'How long did the talks last?' }));
  await anna.submits(await anna.presses(answer, 'Dispute'), { 'What is wrong?': 'It was fourteen.' });
  question = onlyMessage(await mona.runs('reindex run'));
  targets = { document: 'server:ledger', generations, question, under: [question, answer] };
  // What follows a publish by itself must not look like something that a refused press did.
  const database = path.join(bot.folder, 'state.sqlite');
  await vi.waitFor(() => expect(everyRow(database).corrections).toEqual([]), { timeout: 15_000 });
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
  await rm(bot.folder, { recursive: true, force: true });
  expect(discord.violations).toEqual([]);
});

const textOf = ({ messages }: Reply): string => messages.map(({ text }) => text).join('\n');

async function everythingKept(): Promise<object> {
  return { rows: everyRow(path.join(bot.folder, 'state.sqlite')), files: await everyFile(bot.folder) };
}

async function expectClosed(who: Actor, where: LoopbackChannel = discord.general): Promise<void> {
  const before = await everythingKept();
  const shown = [question, answer].map((message) => discord.look(message));
  for (const [door, reply] of await triesEverything(discord, { who, where }, targets)) {
    const text = textOf(reply);
    expect(text, door).toMatch(/permission|moderator/u);
    expect(text, door).not.toMatch(/Ledger|Waiting|metres|fourteen|\d{8}-\d{6}/u);
    expect(reply.modal, door).toBeUndefined();
    expect(reply.isEphemeral || where.kind === 'direct', door).toBe(true);
  }
  expect(await offeredWhileTyping(who, where)).toEqual([]);
  expect([question, answer].map((message) => discord.look(message))).toEqual(shown);
  expect(await everythingKept()).toEqual(before);
}

describe('the doors that are for moderators', () => {
  it('are all known: whoever adds a button or a form says here whose it is', () => {
    const registered = Object.keys({ ...createButtons(), ...forms });
    expect(registered.filter((name) => !Object.hasOwn(actions, name))).toEqual([]);
    const moderators = Object.keys(actions).filter((name) => actions[name as ActionName] !== 'for members');
    expect(moderators.filter((name) => !registered.includes(name))).toEqual([]);
    expect(moderatorsCommands.map(({ line }) => line)).toEqual(
      expect.arrayContaining(['corpus add', 'reindex run', 'reindex rollback', 'settings server', 'audit', 'review']),
    );
  });
});

/** Somebody who was let in a moment ago, so that whatever the bot remembers of them says that they may. */
async function wasLetIn(who: Actor): Promise<Actor> {
  expect(onlyMessage(await who.runs('corpus list')).text).toContain('Ledger');
  return who;
}

/** Somebody with a role that the settings name for moderators. */
async function withRole(name: string): Promise<{ readonly who: Actor; readonly role: ReturnType<Loopback['role']> }> {
  const role = discord.role({ name: 'stewards' });
  await mona.runs('settings server', { moderator_role_add: role });
  const who = discord.member(name);
  discord.gives(who, role);
  return { who: await wasLetIn(who), role };
}

const everythingElse = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
const mayModerate = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

describe('every one of them is closed to', () => {
  it('a member without the permission', async () => {
    await expectClosed(discord.member('ben'));
  });

  it('a member who may do all else', async () => {
    await expectClosed(discord.member('otto', { permissions: everythingElse & ~mayModerate }));
  });

  it('a moderator of another server', async () => {
    const max = moderatorIn(discord, 'max', discord.guild());
    discord.member('max');
    await expectClosed(max, discord.general);
  });

  it('a moderator in direct messages', async () => {
    await expectClosed(mona, mona.direct);
  });

  it('whoever has lost the permission', async () => {
    const lena = await wasLetIn(moderatorIn(discord, 'lena'));
    discord.member('lena', { permissions: PermissionFlagsBits.ManageMessages });
    await expectClosed(lena);
  });

  it('whoever has lost the role', async () => {
    const { who, role } = await withRole('rita');
    discord.takes(who, role);
    await expectClosed(who);
  });

  it('whoever has a role that makes moderators no more', async () => {
    const { who, role } = await withRole('rolf');
    await mona.runs('settings server', { moderator_role_remove: role });
    await expectClosed(who);
  });

  it('whoever has another role of the same name', async () => {
    await withRole('ruth');
    const ida = discord.member('ida');
    discord.gives(ida, discord.role({ name: 'stewards' }));
    await expectClosed(ida);
  });
});

describe('work that is under way', () => {
  it('is not stopped by whoever is no moderator', async () => {
    gate.close();
    const working = await mona.runs('reindex preview', {}, { until: 'acknowledged' });
    await gate.reached();
    const customId = customIdOf({ action: 'reindex-stop' });
    const reply = await discord.forges(discord.member('ben'), { customId, in: discord.general, under: question });
    expect(textOf(reply)).toContain(english.notices.notAModerator);
    gate.open();
    await working.until(({ messages }) => messages[0]?.text.includes('Added (1): “Waiting”') === true, 'the preview');
  });
});

describe('a moderator', () => {
  it('passes every one of them', async () => {
    const before = everyRow(path.join(bot.folder, 'state.sqlite'));
    expect((await offeredWhileTyping(mona, discord.general)).length).toBeGreaterThan(moderatorsCommands.length / 2);
    for (const [door, reply] of await triesEverything(discord, { who: mona, where: discord.general }, targets)) {
      expect(textOf(reply), door).not.toContain(english.notices.notAModerator);
    }
    const { audit = [] } = everyRow(path.join(bot.folder, 'state.sqlite'));
    expect(audit.length).toBeGreaterThan((before.audit ?? []).length);
  });
});
