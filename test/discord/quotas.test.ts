import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { defaultSettings } from '#src/discord/moderating/server-settings.js';
import { StateError } from '#src/state/state-error.js';
import { openArticleDesk } from '../support/article-desk.js';
import { deferred } from '../support/deferred.js';
import type { Actor } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { type BotSettings, type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { withQuotas } from './with-quotas.js';

const minute = 60_000;
const question = 'How long did the talks last?';
const answered = '15 hours';

let desk: Desk;
let discord: Loopback;
let bot: RunningBot;
let clock: number;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  clock = Date.UTC(2026, 10, 29);
  discord = await startLoopback();
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

async function start(settings: Partial<BotSettings> = {}): Promise<void> {
  bot = await runBotAgainst(discord, { desk, now: () => clock, ...settings });
}

/** The last that somebody was shown: an answer, or a refusal beside it. */
async function saidTo(acting: Promise<Reply>): Promise<SeenMessage> {
  const reply = await acting;
  // A refusal of what was to be public comes after its place was taken away.
  await reply.until(({ messages }) => messages.length > 0);
  const message = reply.messages.at(-1);
  if (message === undefined) throw new Error('Nothing was shown.');
  return message;
}

function asks(who: Actor, where: Parameters<Actor['runs']>[2] = {}): Promise<SeenMessage> {
  return saidTo(who.runs('ask', { question }, where));
}

describe('a member’s quota', () => {
  const two = { member: { count: 2, windowMs: 5 * minute } };

  it('slides: each use is free again once it is older than the window', async () => {
    await start({ collections: withQuotas(desk, { [discord.home.id]: two }) });
    const anna = discord.member('anna');
    expect((await asks(anna)).text).toContain(answered);
    clock += 3 * minute;
    expect((await asks(anna)).text).toContain(answered);
    const refused = await asks(anna);
    expect(refused.text).toContain('You have asked me 2 times within 5 minutes');
    expect(refused.text).toContain('about 2 minutes');
    clock += 2 * minute - 1;
    expect((await asks(anna)).text).toContain('about 5 seconds');
    clock += 1;
    expect((await asks(anna)).text).toContain(answered);
    expect((await asks(anna)).text).toContain('about 3 minutes');
    expect((await asks(discord.member('ben'))).text).toContain(answered);
  });

  it('that is used up leaves nothing of a refused public question in the channel', async () => {
    await start({ collections: withQuotas(desk, { [discord.home.id]: { member: { count: 1, windowMs: minute } } }) });
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    await asks(anna);
    const before = ben.sees(discord.general);
    const refused = await asks(anna);
    expect(refused.isEphemeral).toBe(true);
    expect(ben.sees(discord.general)).toEqual(before);
  });

  it('is used up by buttons, menus and forms as by questions', async () => {
    await start();
    const anna = discord.member('anna');
    const answer = await asks(anna);
    const most = defaultSettings.quotas.member?.count ?? 0;
    for (let used = 1; used < most; used += 1) {
      const pressed = await saidTo(anna.presses(answer, used % 2 === 0 ? '👍' : 'Show passage'));
      expect(pressed.text).not.toContain('as often as');
    }
    expect((await saidTo(anna.presses(answer, '👎'))).text).toContain('You have asked me 40 times within 5 minutes');
    expect((await saidTo(anna.opensMenu('Check against the documents', answer))).text).toContain('as often as');
    const form = await anna.presses(answer, 'Dispute');
    const disputed = await saidTo(anna.submits(form, { 'What is wrong?': 'It was 14 hours.' }));
    expect(disputed.text).toContain('as often as');
    expect(disputed.isEphemeral).toBe(true);
  });

  it('leaves a passage that is paged through as it was, when paging is refused', async () => {
    await start({ collections: withQuotas(desk, { [discord.home.id]: two }) });
    const anna = discord.member('anna');
    const answer = await saidTo(anna.runs('ask', { question: 'Who met in Geneva?' }));
    const passage = await saidTo(anna.presses(answer, 'Show passage'));
    const refused = await saidTo(anna.presses(passage, '▶'));
    expect(refused.text).toContain('as often as');
    expect(refused.isEphemeral).toBe(true);
    expect(refused.id).not.toBe(passage.id);
    expect(discord.look(passage)?.text).toBe(passage.text);
  });

  it('lets a share be made later that was refused', async () => {
    await start({ collections: withQuotas(desk, { [discord.home.id]: { member: { count: 1, windowMs: minute } } }) });
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    const answer = await saidTo(anna.runs('ask', { question, private: true }));
    expect((await saidTo(anna.presses(answer, 'Share'))).text).toContain('as often as');
    expect(ben.sees(discord.general)).toEqual([]);
    clock += minute;
    expect((await saidTo(anna.presses(answer, 'Share'))).isEphemeral).toBe(false);
  });

  it('counts each server by its own rule, and direct messages by the usual one', async () => {
    const elsewhere = discord.guild({ name: 'Elsewhere' });
    const anna = discord.member('anna');
    discord.member('anna', { guild: elsewhere });
    const one = { member: { count: 1, windowMs: minute } };
    await start({ collections: withQuotas(desk, { [discord.home.id]: one }) });
    await asks(anna);
    expect((await asks(anna)).text).toContain('as often as');
    expect((await asks(anna, { in: elsewhere.general })).text).toContain(answered);
    const direct = await asks(anna, { in: anna.direct });
    expect(direct.text).toContain(answered);
    for (let used = 1; used < 40; used += 1) await anna.presses(direct, '👍');
    expect((await asks(anna, { in: anna.direct })).text).toContain('You have asked me 40 times');
    expect((await asks(anna, { in: elsewhere.general })).text).toContain(answered);
  });

  it('does not hold moderators, in the server that is theirs', async () => {
    const elsewhere = discord.guild({ name: 'Elsewhere' });
    const maria = discord.member('maria', { permissions: PermissionFlagsBits.ManageGuild });
    discord.member('maria', { guild: elsewhere });
    const one = { member: { count: 1, windowMs: minute } };
    await start({ collections: withQuotas(desk, { [discord.home.id]: one, [elsewhere.id]: one }) });
    for (let used = 0; used < 3; used += 1) {
      expect((await asks(maria)).text).toContain(answered);
      const mention = await maria.says(`<@BOT> ${question}`);
      expect((await discord.answerTo(mention)).text).toContain(answered);
    }
    await asks(maria, { in: elsewhere.general });
    expect((await asks(maria, { in: elsewhere.general })).text).toContain('as often as');
  });
});

describe('the quota of a channel or a server', () => {
  it('is everybody’s together, and counts threads with their channel', async () => {
    const limits = { channel: { count: 2, windowMs: minute }, server: { count: 3, windowMs: 2 * minute } };
    await start({ collections: withQuotas(desk, { [discord.home.id]: limits }) });
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    const thread = discord.thread(discord.general, { name: 'talks' });
    await anna.says(`<@BOT> ${question}`, { in: thread }).then((mention) => discord.answerTo(mention));
    await asks(ben);
    expect((await asks(anna)).text).toContain('In this channel I was asked 2 times within 1 minute');
    const other = discord.home.channel('other');
    expect((await asks(ben, { in: other })).text).toContain(answered);
    expect((await asks(anna, { in: other })).text).toContain('In this server I was asked 3 times within 2 minutes');
  });
});

describe('messages of a member whose quota is used up', () => {
  it('are answered once a minute that it is, and in silence else', async () => {
    await start({
      collections: withQuotas(desk, { [discord.home.id]: { member: { count: 1, windowMs: 5 * minute } } }),
    });
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    await discord.answerTo(await anna.says(`<@BOT> ${question}`));
    const answersTo = (asked: SeenMessage) =>
      ben.sees(discord.general).filter(({ reference }) => reference === asked.id);
    const first = await anna.says(`<@BOT> ${question}`);
    const told = await discord.answerTo(first, { isFinal: () => true });
    expect(told.text).toContain('You have asked me once within 5 minutes');
    const typed = discord.typingIn(discord.general).length;
    const silent: SeenMessage[] = [];
    for (let more = 0; more < 3; more += 1) silent.push(await anna.says(`<@BOT> ${question}`));
    // Whoever asks after them is answered after they were passed over.
    expect((await discord.answerTo(await ben.says(`<@BOT> ${question}`))).text).toContain(answered);
    clock += minute;
    const later = await anna.says(`<@BOT> ${question}`);
    await discord.answerTo(later, { isFinal: () => true });
    expect(silent.flatMap(answersTo)).toEqual([]);
    expect(discord.typingIn(discord.general)).toHaveLength(typed + 1);
  });
});

function fail(): Promise<never> {
  return Promise.reject(new StateError('The disk is full.', 'Make room.'));
}

describe('a use', () => {
  it('that came to nothing because the line was full is given back', async () => {
    const { promise: held, resolve: release } = deferred();
    let isHeld = false;
    const slow: Desk = {
      ...desk,
      generation: desk.generation,
      async ask(text) {
        if (isHeld) await held;
        return desk.ask(text);
      },
    };
    const one = { [discord.home.id]: { member: { count: 1, windowMs: minute } } };
    await start({ desk: slow, limits: { running: 1, waiting: 0 }, collections: withQuotas(desk, one) });
    isHeld = true;
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    const first = await anna.runs('ask', { question }, { until: 'acknowledged' });
    const busy = await ben.runs('ask', { question });
    expect(busy.messages[0]?.text).toContain('Too many questions are waiting');
    release();
    await first.settled();
    expect((await asks(ben)).text).toContain(answered);
    expect((await asks(ben)).text).toContain('as often as');
  });

  it('that cannot be counted is let in, and logged', async () => {
    await start({ around: (state) => ({ ...state, quotas: { ...state.quotas, take: fail } }) });
    expect((await asks(discord.member('anna'))).text).toContain(answered);
    expect(bot.log.join('\n')).toMatch(/could not be counted.*The disk is full/u);
  });
});
