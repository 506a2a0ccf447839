import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandDefinitions } from '#src/discord/commands/all-commands.js';
import type { AuditEntry } from '#src/state/seams/audit.js';
import type { Actor } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { LoopbackGuild } from '../support/discord/loopback-guild.js';
import type { Reply } from '../support/discord/reply.js';
import { plainTextOf, readMarkdown } from '../support/discord-markdown.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { scriptedDesk } from '../support/scripted-desk.js';

let discord: Loopback;
let bot: RunningBot;
let boss: Actor;
let elsewhere: LoopbackGuild;

beforeEach(async () => {
  discord = await startLoopback();
  boss = discord.member('boss', { permissions: PermissionFlagsBits.ManageGuild });
  elsewhere = discord.guild();
  bot = await runBotAgainst(discord, { desk: scriptedDesk() });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

const noon = Date.UTC(2026, 10, 29, 12, 0);

async function note(more: Partial<AuditEntry>): Promise<void> {
  const guild = discord.home.id;
  const entry = { guild, actor: boss.id, at: noon, act: 'corpus add', subject: null, before: null, after: null };
  await bot.state.audit.note({ ...entry, ...more });
}

function readIn(reply: Reply): string {
  expect(reply.isEphemeral).toBe(true);
  return reply.messages.map(({ text }) => plainTextOf(readMarkdown(text))).join('\n');
}

async function offered(typed: string): Promise<readonly string[]> {
  return (await boss.autocompletes('audit', { act: typed }, 'act')).map(({ name }) => name);
}

async function audit(options: Record<string, string | number | { readonly id: string }> = {}): Promise<string> {
  return readIn(await boss.runs('audit', options));
}

describe('/audit', () => {
  it('says who did what and when, what was before and after, the newest first', async () => {
    await note({ subject: 'report-2026', after: 'The report of 2026' });
    await note({ act: 'corpus remove', subject: 'report-2026', before: 'The report of 2026', at: noon + 60_000 });
    await note({ act: 'reindex run', actor: 'parley', subject: 'own', before: 'a', after: 'b', at: noon + 120_000 });
    expect(await audit()).toBe(
      [
        'What moderators did',
        '3 · reindex run · Parley · 29 November 2026, 12:02 UTC',
        '• own · a → b',
        '',
        '2 · corpus remove · @boss · 29 November 2026, 12:01 UTC',
        '• report-2026 · The report of 2026 → nothing',
        '',
        '1 · corpus add · @boss · 29 November 2026, 12:00 UTC',
        '• report-2026 · The report of 2026',
      ].join('\n'),
    );
  });

  it('says that nothing was done yet, or that nothing fits', async () => {
    expect(await audit()).toContain('Nothing was done in this server yet.');
    await note({});
    expect(await audit({ act: 'reindex' })).toContain('There is no such entry.');
    expect(await audit({ before: 1 })).toContain('There is no such entry before 1.');
  });

  it('shows 15 a page, and tells how to go on', async () => {
    for (let number = 1; number <= 32; number += 1) await note({ subject: `document-${number}-` });
    const first = await audit();
    expect(first.match(/document-\d+-/gu)).toHaveLength(15);
    expect(first).toContain('document-32-');
    expect(first).toContain('There is more: /audit before: 18');
    const second = await audit({ before: 18 });
    expect(second).toContain('document-17-');
    expect(second).not.toContain('document-18-');
    expect(second).toContain('There is more: /audit before: 3');
    const last = await audit({ before: 3 });
    expect(last.match(/document-\d+-/gu)).toEqual(['document-2-', 'document-1-']);
    expect(last).not.toContain('There is more');
  });

  it('shows one moderator’s acts, or those of one kind', async () => {
    const ben = discord.member('ben');
    await note({ actor: ben.id, subject: 'of-ben' });
    await note({ act: 'reindex run', subject: 'of-boss' });
    await note({ act: 'reindex rollback', subject: 'back' });
    const ofBen = await audit({ member: ben });
    expect(ofBen).toContain('of-ben');
    expect(ofBen).not.toContain('of-boss');
    const kinds = await audit({ act: 'Reindex' });
    expect(kinds).toContain('of-boss');
    expect(kinds).toContain('back');
    expect(kinds).not.toContain('of-ben');
    expect(await audit({ act: 'reindex run' })).not.toContain('back');
  });

  it('names somebody whom the bot does not know by their id, and calls nobody', async () => {
    await note({ actor: '100000000000000009', subject: '@everyone <@100000000000000009>', after: '**b**' });
    const reply = await boss.runs('audit');
    expect(readIn(reply)).toContain('100000000000000009 · ');
    expect(readIn(reply)).toContain('@everyone <@100000000000000009> · **b**');
    expect(JSON.stringify(reply.messages)).not.toMatch(/[^\\]<@\d/u);
  });

  it('names whom the bot has not met since its start', async () => {
    const [nina, otto] = [discord.member('nina'), discord.member('otto')];
    await note({ actor: nina.id });
    await note({ actor: otto.id });
    const text = await audit();
    expect(text).toContain('2 · corpus add · @otto · ');
    expect(text).toContain('1 · corpus add · @nina · ');
  });

  it('names channels and roles as they are called now, to those who see them', async () => {
    const role = discord.role({ name: 'Mods' });
    discord.member('boss', { guild: elsewhere });
    await boss.runs('help', {}, { in: elsewhere.general });
    await note({ act: 'settings', subject: `answers in <#${discord.general.id}>`, after: `<@&${role.id}>` });
    await note({ act: 'settings', subject: `answers in <#${elsewhere.general.id}>`, after: '<@&100000000000000009>' });
    const text = await audit();
    expect(text).toContain('answers in #general · @Mods');
    expect(text).toContain('answers in #channel · @role');
  });

  it('offers the kinds of acts that fit what is typed', async () => {
    expect(await offered('review')).toEqual(['review accept', 'review reject', 'review withdraw']);
    expect(await offered('')).toContain('settings');
    expect(await offered('x'.repeat(30))).toEqual([]);
  });

  it('shows, counts and offers nothing of another server', async () => {
    const canary = 'canary-of-elsewhere';
    await note({ guild: elsewhere.id, subject: canary, actor: boss.id });
    expect(await audit()).toContain('Nothing was done in this server yet.');
    expect(await audit({ member: boss })).toContain('There is no such entry.');
    const carol = discord.member('carol', { guild: elsewhere, permissions: PermissionFlagsBits.ManageGuild });
    expect(readIn(await carol.runs('audit', {}, { in: elsewhere.general }))).toContain(canary);
  });

  it('offers nothing to somebody who is no moderator, wherever they are shown it', async () => {
    discord.registers(
      commandDefinitions.map((command) => ({ ...command, default_member_permissions: null, contexts: [0, 1] })),
    );
    const anna = discord.member('anna');
    expect(await anna.autocompletes('audit', { act: 're' }, 'act')).toEqual([]);
    expect(await boss.autocompletes('audit', { act: 're' }, 'act', { in: boss.direct })).toEqual([]);
    expect(await boss.autocompletes('audit', { act: 're' }, 'act')).not.toEqual([]);
  });
});
