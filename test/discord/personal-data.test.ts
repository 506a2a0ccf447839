import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { customIdOf } from '#src/discord/custom-id.js';
import type { PersonalData } from '#src/state/seams/personal.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { Actor } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { LoopbackGuild } from '../support/discord/loopback-guild.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { withQuotas } from './with-quotas.js';

/** Words that nobody else writes, by who does. */
const words = { anna: 'zirkonanna', ben: 'quarzben' };

let desk: Desk;
let discord: Loopback;
let bot: RunningBot;
let folder: string;
let elsewhere: LoopbackGuild;
let anna: Actor;
let ben: Actor;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-personal-'));
  discord = await startLoopback();
  elsewhere = discord.guild({ name: 'Elsewhere' });
  anna = discord.member('anna');
  discord.member('anna', { guild: elsewhere });
  ben = discord.member('ben', { permissions: PermissionFlagsBits.ManageGuild });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  await rm(folder, { recursive: true, force: true });
  expect(discord.violations).toEqual([]);
});

async function start(limits?: Parameters<typeof withQuotas>[1]): Promise<void> {
  const databaseFile = path.join(folder, 'state.sqlite');
  bot = await runBotAgainst(discord, { desk, databaseFile, collections: withQuotas(desk, limits ?? {}) });
}

async function onlyMessage(reply: Promise<Reply>): Promise<SeenMessage> {
  const [message, ...more] = (await reply).messages;
  if (message === undefined || more.length > 0) throw new Error('There is not one message.');
  return message;
}

/** Anna asks in two servers and in private, checks, sums up, votes and disputes; so does ben, at her answers. */
async function muchIsSaid(): Promise<void> {
  const question = (who: keyof typeof words) => `How long did the talks last, ${words[who]}?`;
  const answer = await onlyMessage(anna.runs('ask', { question: question('anna') }));
  await anna.runs('ask', { question: question('anna'), private: true });
  await anna.runs('ask', { question: question('anna') }, { in: elsewhere.general });
  await anna.runs('ask', { question: question('anna') }, { in: anna.direct });
  await anna.runs('check', { claim: `${words.anna} says that the talks lasted 15 hours.` });
  await anna.runs('summary', { focus: words.anna });
  const others = await onlyMessage(ben.runs('ask', { question: question('ben') }));
  for (const [who, name] of [
    [anna, 'anna'],
    [ben, 'ben'],
  ] as const) {
    await who.presses(answer, '👎');
    await who.presses(others, '👍');
    for (const disputed of [answer, others]) {
      const form = await who.presses(disputed, 'Dispute');
      await who.submits(form, { 'What is wrong?': `${words[name]} knows better.` });
    }
  }
}

/** What the file holds that `/privacy export` attaches. */
async function exported(
  who: Actor,
  where: Parameters<Actor['runs']>[2] = {},
): Promise<PersonalData & { about: string }> {
  const reply = await who.runs('privacy export', {}, where);
  expect(reply.isEphemeral).toBe(true);
  expect(reply.messages[0]?.files).toEqual(['parley-personal-data.json']);
  const [message] = reply.messages;
  if (message === undefined) throw new Error('There is no file.');
  return (await fetch(message.fileUrls[0] ?? '')).json() as Promise<PersonalData & { about: string }>;
}

/** Everything that lies in the folder of the database, its log included. */
async function rawState(): Promise<string> {
  const files = await readdir(folder);
  expect(files).toContain('state.sqlite');
  const read = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'latin1')));
  return read.join('\n');
}

describe('/privacy show', () => {
  it('says what is kept of everywhere, by kind and for how long, to the member alone', async () => {
    await start();
    await muchIsSaid();
    for (const where of [discord.general, elsewhere.general, anna.direct]) {
      const reply = await anna.runs('privacy show', {}, { in: where });
      const text = reply.messages[0]?.text ?? '';
      expect(reply.isEphemeral).toBe(true);
      expect(text).toContain('4 questions, 1 check and 1 summary, each with what I showed you. Kept for 30 days.');
      expect(text).toContain('2 votes and 2 disputes.');
      expect(text).toContain('until 90 days after');
      expect(text).toContain('10 times at which you used me');
      expect(text).toContain('0 acts as a moderator. Kept for 365 days.');
    }
  });

  it('tells the days that the operator has set, also where an answer is gone', async () => {
    bot = await runBotAgainst(discord, { desk, questionDays: 7 });
    const reply = await anna.runs('privacy show');
    expect(reply.messages[0]?.text).toContain('0 summaries, each with what I showed you. Kept for 7 days.');
    const answer = await onlyMessage(anna.runs('ask', { question: 'How long did the talks last?' }));
    await bot.state.records.forgetBefore(Number.MAX_SAFE_INTEGER);
    expect((await onlyMessage(anna.presses(answer, '👍'))).text).toContain('is kept for 7 days');
  });
});

describe('/privacy export', () => {
  it('gives a file with all that is one’s own, and no word or id of anybody else', async () => {
    await start();
    await muchIsSaid();
    const data = await exported(anna);
    expect(data).toMatchObject({ member: anna.id, keptForDays: { questions: 30 } });
    expect(data.records.map(({ result }) => result.kind).toSorted()).toEqual(
      ['answer', 'answer', 'answer', 'answer', 'check', 'summary'].toSorted(),
    );
    expect(new Set(data.records.map(({ guild }) => guild))).toEqual(new Set([discord.home.id, elsewhere.id, null]));
    expect([data.votes.length, data.disputes.length, data.uses.length, data.acts.length]).toEqual([2, 2, 10, 0]);
    const text = JSON.stringify(data);
    expect(text).toContain(words.anna);
    expect(text).not.toContain(words.ben);
    expect(text).not.toContain(ben.id);
  });

  it('takes what a server’s documents say to no other place: there, only what was asked', async () => {
    await start();
    await muchIsSaid();
    const shownIn = async (where: Parameters<Actor['runs']>[2]): Promise<ReadonlySet<string | null>> => {
      const { records } = await exported(anna, where);
      expect(records).toHaveLength(6);
      return new Set(
        records.filter(({ result }) => Object.keys(result).includes(result.kind)).map(({ guild }) => guild),
      );
    };
    expect(await shownIn({})).toEqual(new Set([discord.home.id, null]));
    expect(await shownIn({ in: elsewhere.general })).toEqual(new Set([elsewhere.id, null]));
    expect(await shownIn({ in: anna.direct })).toEqual(new Set([null]));
  });
});

describe('/privacy delete', () => {
  it('asks first, and deletes nothing for whoever keeps it', async () => {
    await start();
    await muchIsSaid();
    const asked = await onlyMessage(anna.runs('privacy delete'));
    expect(asked.isEphemeral).toBe(true);
    expect(asked.buttons).toEqual(['Delete everything', 'Keep it']);
    expect(asked.text).toContain('4 questions, 1 check and 1 summary');
    const kept = await onlyMessage(anna.presses(asked, 'Keep it'));
    expect([kept.id, kept.text, kept.buttons]).toEqual([asked.id, 'Nothing was deleted.', []]);
    expect((await bot.state.personal.of(anna.id)).records).toHaveLength(6);
  });

  it.each([
    ['a server', () => discord.general],
    ['a direct message', () => anna.direct],
  ])('in %s leaves no word and no trace of them in the files, and all of everybody else', async (_, where) => {
    await start();
    await muchIsSaid();
    const before = await rawState();
    expect(before).toContain(words.anna);
    expect(before).toContain(anna.id);
    const asked = await onlyMessage(anna.runs('privacy delete', {}, { in: where() }));
    const deleted = await onlyMessage(anna.presses(asked, 'Delete everything'));
    expect(deleted.id).toBe(asked.id);
    expect(deleted.buttons).toEqual([]);
    expect(deleted.text).toContain('4 questions, 1 check and 1 summary');
    const after = await rawState();
    expect(after).not.toContain(words.anna);
    expect(after).not.toContain(anna.id);
    expect(after).toContain(words.ben);
    // Ben's dispute of anna's answer went with her answer, and waits for the moderators all the same.
    const others = await bot.state.personal.of(ben.id);
    expect([others.records.length, others.disputes.length]).toEqual([1, 2]);
    expect((await anna.runs('privacy show')).messages[0]?.text).toContain('0 questions, 0 checks and 0 summaries');
  });

  it('keeps what somebody did as a moderator, and says why', async () => {
    await start();
    await muchIsSaid();
    await bot.state.audit.note({
      guild: discord.home.id,
      actor: ben.id,
      at: Date.now(),
      act: 'corpus add',
      subject: 'server:report',
      before: null,
      after: null,
    });
    const asked = await onlyMessage(ben.runs('privacy delete'));
    expect(asked.text).toContain('1 act of yours as a moderator, for 365 days');
    const deleted = await onlyMessage(ben.presses(asked, 'Delete everything'));
    expect(deleted.text).toContain('1 act of yours as a moderator, for 365 days: the others');
    const { acts, ...rest } = await bot.state.personal.of(ben.id);
    expect(acts).toHaveLength(1);
    expect(rest).toEqual({
      records: [],
      votes: [],
      disputes: [],
      uses: [],
      spending: [],
      staged: [],
      publications: [],
    });
  });

  it('is no way around a quota', async () => {
    await start({ [discord.home.id]: { member: { count: 2, windowMs: 60_000 } } });
    const question = 'How long did the talks last?';
    await anna.runs('ask', { question });
    await anna.presses(await onlyMessage(anna.runs('privacy delete')), 'Delete everything');
    expect((await onlyMessage(anna.runs('ask', { question }))).text).toContain('15 hours');
    const refused = await anna.runs('ask', { question, private: true });
    expect(refused.messages[0]?.text).toContain('You have asked me 2 times within 1 minute');
    await anna.presses(await onlyMessage(anna.runs('privacy delete')), 'Delete everything');
    const still = await anna.runs('ask', { question, private: true });
    expect(still.messages[0]?.text).toContain('You have asked me 2 times within 1 minute');
  });

  it('forged by somebody else deletes what is theirs, and writes over nothing', async () => {
    await start();
    await muchIsSaid();
    const [shown] = ben.sees(discord.general);
    if (shown === undefined) throw new Error('There is nothing to press under.');
    const customId = customIdOf({ action: 'privacy-delete' });
    const reply = await discord.forges(ben, { customId, in: discord.general, under: shown });
    expect(reply.isEphemeral).toBe(true);
    expect(discord.look(shown)?.text).toBe(shown.text);
    expect((await bot.state.personal.of(ben.id)).records).toEqual([]);
    expect((await bot.state.personal.of(anna.id)).records).toHaveLength(6);
  });
});

describe('what a language model used for somebody', () => {
  const spent = { at: Date.UTC(2026, 10, 29), tokens: 900, microDollars: 45 };

  /** A model wrote for anna in two servers and in private, and for ben. */
  async function muchIsWritten(): Promise<void> {
    bot = await runBotAgainst(discord, {
      desk,
      databaseFile: path.join(folder, 'state.sqlite'),
      now: () => spent.at + 1000,
    });
    for (const guild of [discord.home.id, elsewhere.id, null])
      await bot.state.spending.note({ guild, member: anna.id, ...spent });
    await bot.state.spending.note({ guild: discord.home.id, member: ben.id, ...spent });
  }

  it('is shown to them and exported, and nothing of what it used for others', async () => {
    await muchIsWritten();
    const shown = await onlyMessage(anna.runs('privacy show'));
    expect(shown.text).toContain('3 times at which a language model wrote for you, each with how much it read');
    expect(shown.text).toContain('for the limits on that. Kept for 1 day.');
    const { spending } = await exported(anna);
    expect(spending).toEqual([discord.home.id, elsewhere.id, null].map((guild) => ({ guild, ...spent })));
  });

  it('is not spoken of where no model ever wrote', async () => {
    await start();
    for (const command of ['privacy show', 'privacy delete'])
      expect((await onlyMessage(anna.runs(command))).text).not.toContain('language model');
  });

  it('stays in the sums when they delete their data, and names them nowhere any more', async () => {
    await muchIsWritten();
    const before = await bot.state.spending.since(0, { guild: discord.home.id, member: anna.id });
    expect(await rawState()).toContain(anna.id);
    const asked = await onlyMessage(anna.runs('privacy delete'));
    expect(asked.text).toContain('Your id beside 3 times at which a language model wrote for you.');
    expect(asked.text).toContain('without your id, for 1 day.');
    const deleted = await onlyMessage(anna.presses(asked, 'Delete everything'));
    expect(deleted.text).toContain('Your id beside 3 times at which a language model wrote for you.');
    expect(await rawState()).not.toContain(anna.id);
    const nothing = { tokens: 0, microDollars: 0 };
    expect(await bot.state.spending.since(0, { guild: discord.home.id, member: anna.id })).toEqual({
      ...before,
      member: nothing,
    });
    expect(before.server).toEqual({ tokens: 1_800, microDollars: 90 });
    expect((await bot.state.personal.of(ben.id)).spending).toHaveLength(1);
  });
});

describe('a bot that starts again later', () => {
  it('has forgotten what is older than its operator wants questions kept', async () => {
    const databaseFile = path.join(folder, 'state.sqlite');
    const day = 24 * 3_600_000;
    let clock = Date.UTC(2026, 10, 29);
    const again = async () => {
      bot = await runBotAgainst(discord, { desk, databaseFile, questionDays: 7, now: () => clock });
    };
    await again();
    await anna.runs('ask', { question: 'How long did the talks last?' });
    await bot.stop();
    clock += 7 * day;
    await again();
    expect((await bot.state.personal.of(anna.id)).records).toHaveLength(1);
    await bot.stop();
    clock += 1000;
    await again();
    await anna.runs('help');
    expect((await bot.state.personal.of(anna.id)).records).toEqual([]);
  });
});
