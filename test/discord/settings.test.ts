import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandDefinitions } from '#src/discord/commands/all-commands.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { LoopbackRole } from '../support/discord/loopback-roles.js';
import type { Reply } from '../support/discord/reply.js';
import { marksOf, plainTextOf, readMarkdown } from '../support/discord-markdown.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { scriptedDesk } from '../support/scripted-desk.js';

let discord: Loopback;
let bot: RunningBot;
let boss: Actor;
let anna: Actor;
let mods: LoopbackRole;
let folder: string;

const databaseFile = () => path.join(folder, 'state.sqlite');

async function start(): Promise<void> {
  bot = await runBotAgainst(discord, { desk: scriptedDesk(), databaseFile: databaseFile() });
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-settings-'));
  discord = await startLoopback();
  boss = discord.member('boss', { permissions: PermissionFlagsBits.ManageGuild });
  anna = discord.member('anna');
  mods = discord.role({ name: 'Mods' });
  await start();
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  await rm(folder, { recursive: true, force: true });
  expect(discord.violations).toEqual([]);
});

/** What a reader reads of a reply that only they see. */
function readIn(reply: Reply): string {
  expect(reply.isEphemeral).toBe(true);
  return reply.messages.map(({ text }) => plainTextOf(readMarkdown(text))).join('\n');
}

async function change(options: Record<string, boolean | string | { readonly id: string }>): Promise<string> {
  return readIn(await boss.runs('settings server', options));
}

async function acts(guild = discord.home.id): Promise<readonly string[]> {
  const entries = await bot.state.audit.entries({ guild, limit: 50 });
  return entries.map(({ subject, before, after }) => `${subject} · ${before} → ${after}`);
}

function logIn(channel: LoopbackChannel): readonly string[] {
  return boss.sees(channel).flatMap(({ isEphemeral, text }) => (isEphemeral ? [] : [plainTextOf(readMarkdown(text))]));
}

/** Everybody is shown every command, as whoever runs a server may allow. */
function opensAll(): void {
  const commands = commandDefinitions.map((command) => ({ ...command, default_member_permissions: null }));
  discord.registers(commands.map((command) => ({ ...command, contexts: [0, 1] })));
}

describe('/settings show', () => {
  it('lists every setting, and says which are defaults', async () => {
    const text = readIn(await boss.runs('settings show'));
    for (const line of [
      'moderator-roles: none (default)',
      'log-channel: none (default)',
      'answers: yes (default)',
      'private: no (default)',
      'quota-member: 40/5m (default)',
      'quota-channel: 120/2m (default)',
      'quota-server: 300/2m (default)',
      'language: English (default)',
    ])
      expect(text).toContain(line);
    expect(text).not.toContain('Channels that differ');
  });

  it('lists what is set, and the channels that differ', async () => {
    const talks = discord.home.channel('talks');
    const gone = discord.home.channel('gone');
    await change({ moderator_role_add: mods, quota_member: 'none', private: true, log_channel: talks });
    await boss.runs('settings channel', { channel: talks, answers: false });
    await boss.runs('settings channel', { channel: gone, private: false });
    discord.removes(gone);
    await discord.delivered();
    const text = readIn(await boss.runs('settings show'));
    expect(text).toContain('moderator-roles: @Mods\n');
    expect(text).toContain('log-channel: #talks\n');
    expect(text).toContain('private: yes\n');
    expect(text).toContain('quota-member: none\n');
    expect(text).toContain('Channels that differ\nIn #talks · answers no\nA deleted channel had settings, too.');
  });
});

describe('/settings server', () => {
  it('changes what is given, an entry each, and says so', async () => {
    const text = await change({ private: true, answers: true, quota_server: '10/30s', quota_channel: 'none' });
    expect(text).toBe(
      [
        'Changed',
        '• answers · yes (default) → yes',
        '• private · no (default) → yes',
        '• quota-channel · 120/2m (default) → none',
        '• quota-server · 300/2m (default) → 10/30s',
      ].join('\n'),
    );
    expect((await acts()).toReversed().map((act) => `• ${act}`)).toEqual(text.split('\n').slice(1));
    const [entry] = await bot.state.audit.entries({ guild: discord.home.id, limit: 1 });
    expect(entry).toMatchObject({ actor: boss.id, act: 'settings' });
  });

  it('says that it is so already, and notes nothing', async () => {
    await change({ private: true });
    expect(await change({ private: true })).toContain('so already');
    expect(await acts()).toHaveLength(1);
  });

  it('takes a quota back to its default', async () => {
    await change({ quota_member: '1/1s' });
    expect(await change({ quota_member: 'default' })).toContain('quota-member · 1/1s → 40/5m (default)');
    expect(await bot.state.settings.of(discord.home.id)).toEqual([]);
  });

  it('changes nothing at all where one option is wrong', async () => {
    const text = await change({ private: true, quota_member: 'many' });
    expect(text).toContain('“many” is no quota');
    expect(text).toContain('Nothing was changed');
    expect(await bot.state.settings.of(discord.home.id)).toEqual([]);
    expect(await acts()).toEqual([]);
  });

  it('without an option says what is missing', async () => {
    expect(readIn(await boss.runs('settings server'))).toContain('fill in at least one');
    expect(readIn(await boss.runs('settings channel'))).toContain('fill in at least one');
    expect(readIn(await boss.runs('settings channel', { channel: discord.general }))).toContain('fill in at least one');
  });
});

describe('the settings of a channel', () => {
  it('are those of the channel it is said in, or of a thread’s parent', async () => {
    const thread = discord.thread(discord.general, { name: 'the talks' });
    const text = readIn(await boss.runs('settings channel', { answers: false }, { in: thread }));
    expect(text).toContain('answers in #general · as in the server → no');
    expect(await bot.state.settings.of(discord.home.id)).toMatchObject([
      { channel: discord.general.id, key: 'answers', value: false },
    ]);
  });

  it('go back to those of the server', async () => {
    await boss.runs('settings channel', { answers: false, private: true });
    const text = readIn(await boss.runs('settings reset', { setting: 'answers', channel: discord.general }));
    expect(text).toContain('answers in #general · no → as in the server');
    expect(await bot.state.settings.of(discord.home.id)).toMatchObject([{ key: 'private', value: true }]);
    const again = readIn(await boss.runs('settings reset', { setting: 'answers', channel: discord.general }));
    expect(again).toContain('so already');
  });

  it('are not there for what holds in the whole server', async () => {
    const text = readIn(await boss.runs('settings reset', { setting: 'quota-member', channel: discord.general }));
    expect(text).toContain('A channel has no quota-member of its own');
  });
});

describe('the log channel', () => {
  it('is told of every change, and the old one of its end', async () => {
    const [log, other] = [discord.home.channel('log'), discord.home.channel('other')];
    await change({ log_channel: log });
    await discord.until(() => logIn(log).length === 1, 'the first notice');
    await change({ private: true });
    await discord.until(() => logIn(log).length === 2, 'the second notice');
    await change({ log_channel: other });
    await discord.until(() => logIn(log).length === 3 && logIn(other).length === 1, 'the change of place');
    await boss.runs('settings reset', { setting: 'log-channel' });
    await discord.until(() => logIn(other).length === 2, 'the end');
    expect(logIn(log)).toEqual([
      '@boss changed settings. log-channel: none (default) → #log',
      '@boss changed settings. private: no (default) → yes',
      '@boss changed settings. log-channel: #log → #other',
    ]);
    expect(logIn(other).at(-1)).toContain('log-channel: #other → none (default)');
  });

  it('has to let the bot write', async () => {
    const deaf = discord.home.channel('deaf', { botPermissions: PermissionFlagsBits.ViewChannel });
    const dark = discord.home.channel('dark', { botPermissions: 0n });
    expect(await change({ log_channel: deaf })).toContain('I may not post in #deaf: give me Send Messages there');
    expect(await change({ log_channel: dark })).toContain('give me View Channel and Send Messages there');
    expect(await acts()).toEqual([]);
  });

  it('that is gone, or no longer lets the bot write, changes nothing else', async () => {
    const log = discord.home.channel('log');
    await change({ log_channel: log });
    await discord.until(() => logIn(log).length === 1, 'the notice');
    discord.removes(log);
    await discord.delivered();
    expect(await change({ private: true })).toContain('private · no (default) → yes');
    expect(readIn(await boss.runs('settings show'))).toContain(
      'log-channel: #channel\n⚠️ that channel was deleted, so nobody is told anything: /settings server log_channel names another\n',
    );
    await bot.stop();
    expect(bot.log.join('\n')).toContain('the log channel of a server is not there');
  });

  it('that no longer lets the bot write says so where the settings are shown', async () => {
    const deaf = discord.home.channel('deaf', { botPermissions: PermissionFlagsBits.ViewChannel });
    const entry = { guild: discord.home.id, actor: boss.id, at: 0, act: 'settings', subject: null };
    await bot.state.settings.set(
      { guild: discord.home.id, channel: null, key: 'log-channel', value: deaf.id },
      { ...entry, before: null, after: null },
    );
    expect(readIn(await boss.runs('settings show'))).toContain(
      'log-channel: #deaf\n⚠️ I may not post there, so nobody is told anything: give me Send Messages, or name another channel\n',
    );
  });

  it('is never one of another server', async () => {
    const elsewhere = discord.guild({ channels: ['foreign-log'] });
    await discord.delivered();
    const { home } = discord;
    // A member of both, whom the bot knows in both.
    discord.member('boss', { guild: elsewhere });
    await boss.runs('help', {}, { in: elsewhere.general });
    await bot.state.settings.set(
      { guild: home.id, channel: null, key: 'log-channel', value: elsewhere.general.id },
      { guild: home.id, actor: boss.id, at: 0, act: 'settings', subject: null, before: null, after: null },
    );
    await boss.runs('settings channel', { private: true });
    expect(await change({ private: true })).toContain('yes');
    expect(await change({ log_channel: elsewhere.general })).toContain('I know no such channel in this server');
    const channel = elsewhere.general;
    for (const reply of [
      await boss.runs('settings channel', { channel, answers: false }),
      await boss.runs('settings reset', { channel, setting: 'answers' }),
    ])
      expect(readIn(reply)).toContain('I know no such channel in this server');
    expect(readIn(await boss.runs('settings show'))).toContain('log-channel: #channel\n');
    expect(logIn(elsewhere.general)).toEqual([]);
  });
});

describe('a role of moderators', () => {
  it('lets its members moderate, as soon as they have it and as long as they do', async () => {
    const text = await change({ moderator_role_add: mods });
    expect(text).toContain('moderator-roles · without @Mods → with @Mods');
    expect(text).toContain('Server Settings → Integrations');
    discord.opens('settings', mods);
    discord.opens('audit', mods);
    discord.gives(anna, mods);
    expect(readIn(await anna.runs('settings show'))).toContain('@Mods');
    expect(readIn(await anna.runs('settings server', { private: true }))).toContain('Changed');
    opensAll();
    discord.takes(anna, mods);
    expect(readIn(await anna.runs('settings show'))).toContain('This is for moderators');
    expect(readIn(await anna.runs('settings server', { private: false }))).toContain('Nothing was changed');
    expect(await acts()).toHaveLength(2);
  });

  it('makes no moderators once it is removed, or gone', async () => {
    const others = discord.role({ name: 'Others' });
    await change({ moderator_role_add: mods });
    await change({ moderator_role_add: others });
    opensAll();
    discord.gives(anna, mods);
    expect(readIn(await anna.runs('settings show'))).toContain('@Mods');
    expect(await change({ moderator_role_remove: mods })).toContain('moderator-roles · with @Mods → without @Mods');
    expect(readIn(await anna.runs('settings show'))).toContain('This is for moderators');
    discord.gives(anna, others);
    expect(readIn(await anna.runs('settings show'))).toContain('@Others');
    discord.removesRole(others);
    await discord.delivered();
    expect(readIn(await anna.runs('settings show'))).toContain('This is for moderators');
    expect(readIn(await boss.runs('settings show'))).toContain(
      'moderator-roles: @role\n⚠️ one of these roles was deleted: it makes nobody a moderator\n',
    );
  });

  it('that was deleted takes the place of no other, and goes with the next change', async () => {
    const roles = Array.from({ length: 25 }, (_, index) => discord.role({ name: `Role ${index}` }));
    const [first] = roles;
    if (first === undefined) throw new Error('There are no roles.');
    const value = roles.map(({ id }) => id);
    const entry = { guild: discord.home.id, actor: boss.id, at: 0, act: 'settings', subject: null };
    await bot.state.settings.set(
      { guild: discord.home.id, channel: null, key: 'moderator-roles', value },
      { ...entry, before: null, after: null },
    );
    expect(await change({ moderator_role_add: mods })).toContain('take one away first with moderator_role_remove');
    discord.removesRole(first);
    await discord.delivered();
    expect(await change({ moderator_role_add: mods })).toContain('without @Mods → with @Mods');
    const text = readIn(await boss.runs('settings show'));
    expect(text).toContain('@Role 24, @Mods\n');
    expect(text).not.toContain('deleted');
  });

  it('does not let its members name others, or unname them', async () => {
    await change({ moderator_role_add: mods });
    discord.opens('settings', mods);
    discord.gives(anna, mods);
    const others = discord.role({ name: 'Others' });
    for (const options of [
      { moderator_role_add: others },
      { moderator_role_remove: mods },
      { moderator_role_add: others, private: true },
    ]) {
      const text = readIn(await anna.runs('settings server', options));
      expect(text).toContain('permission Manage Server');
      expect(text).toContain('Nothing was changed');
    }
    expect(readIn(await anna.runs('settings reset', { setting: 'moderator-roles' }))).toContain('Manage Server');
    expect(await acts()).toHaveLength(1);
    expect(readIn(await boss.runs('settings reset', { setting: 'moderator-roles' }))).toContain(
      '@Mods → none (default)',
    );
  });

  it('is never everybody', async () => {
    const everyone = { id: discord.home.id };
    expect(await change({ moderator_role_add: everyone })).toContain('@everyone cannot be a role of moderators');
    expect(await acts()).toEqual([]);
  });
});

describe('somebody who is no moderator', () => {
  const doors: readonly (readonly [string, Record<string, boolean | string>])[] = [
    ['settings show', {}],
    ['settings server', { answers: false }],
    ['settings channel', { answers: false }],
    ['settings reset', { setting: 'answers' }],
    ['audit', {}],
  ];

  it('is not shown the commands, in a server or in a direct message', async () => {
    for (const [command, options] of doors) {
      await expect(anna.runs(command, options)).rejects.toThrow('is not shown');
      await expect(boss.runs(command, options, { in: boss.direct })).rejects.toThrow('is not shown');
    }
  });

  it.each(doors)('is refused %s where it is opened to them, and in a direct message', async (command, options) => {
    opensAll();
    expect(readIn(await anna.runs(command, options))).toMatch(/moderator|permission/u);
    const { messages } = await boss.runs(command, options, { in: boss.direct });
    expect(messages.map(({ text }) => text).join()).toContain('as one of its moderators');
    expect(await acts()).toEqual([]);
    expect(await bot.state.settings.of(discord.home.id)).toEqual([]);
  });

  it('is no moderator for being one elsewhere', async () => {
    const elsewhere = discord.guild();
    const carol = discord.member('carol', { guild: elsewhere, permissions: PermissionFlagsBits.ManageGuild });
    discord.member('carol');
    opensAll();
    const there = { in: elsewhere.general };
    expect(readIn(await carol.runs('settings server', { answers: false }, there))).toContain('Changed');
    expect(readIn(await carol.runs('settings show', {}, { in: discord.general }))).toContain('for moderators');
    expect(readIn(await boss.runs('settings show'))).toContain('answers: yes (default)');
    expect(await acts()).toEqual([]);
  });
});

describe('settings', () => {
  it('survive a restart', async () => {
    await change({ moderator_role_add: mods, answers: false });
    await bot.stop();
    await start();
    opensAll();
    discord.gives(anna, mods);
    expect(readIn(await anna.runs('settings show'))).toContain('answers: no\n');
    expect(readIn(await anna.runs('ask', { question: 'Who?' }))).toContain('I do not answer in this channel');
  });

  it('show names of roles and channels as names, whatever they are', async () => {
    const name = '@everyone <@&1> [x](https://evil.example) **b** `c`';
    const role = discord.role({ name });
    const channel = discord.home.channel('||<@1>||-`x`');
    await change({ moderator_role_add: role, log_channel: channel });
    await boss.runs('settings channel', { channel, answers: false });
    const { messages } = await boss.runs('settings show');
    const all = messages.flatMap(({ embeds }) =>
      embeds.flatMap(({ description, fields = [] }) => [description ?? '', ...fields.map(({ value }) => value)]),
    );
    expect(all.map((text) => plainTextOf(readMarkdown(text))).join('\n')).toContain(name);
    const marks = all.flatMap((text) => marksOf(readMarkdown(text)));
    expect(marks.map(({ kind }) => kind).filter((kind) => kind !== 'bold' && kind !== 'small')).toEqual([]);
    await discord.until(() => logIn(channel).length === 2, 'the notices');
    expect(logIn(channel).join()).toContain(name);
  });
});
