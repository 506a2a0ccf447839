import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { customIdOf, readCustomId } from '#src/discord/custom-id.js';
import { disputeInput } from '#src/discord/writing/dispute-form.js';
import { followUpInput } from '#src/discord/writing/follow-up-form.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { everyComponent } from '../support/discord/every-component.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { LoopbackGuild } from '../support/discord/loopback-guild.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';

let desk: Desk;
let discord: Loopback;
let bot: RunningBot;
let anna: Actor;
let ben: Actor;
/** Another server, where anna is a member too. */
let elsewhere: LoopbackGuild;
let carol: Actor;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  discord = await startLoopback();
  elsewhere = discord.guild({ name: 'Elsewhere' });
  anna = discord.member('anna');
  discord.member('anna', { guild: elsewhere });
  ben = discord.member('ben');
  carol = discord.member('carol', { guild: elsewhere });
  bot = await runBotAgainst(discord, { desk });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

const question = 'Who met in Geneva?';
const followUp = 'and how long did it last?';
const givenAway = /Geneva|Lavrov|Kerry|15 hours/u;
const unknownRecord = 'AAAAAAAAAAAA';

async function onlyMessage(reply: Promise<Reply>): Promise<SeenMessage> {
  const [message, ...more] = (await reply).messages;
  if (message === undefined || more.length > 0) throw new Error('There is not one message.');
  return message;
}

function asks(who: Actor, place: LoopbackChannel, isPrivate: boolean): Promise<SeenMessage> {
  return onlyMessage(who.runs('ask', { question, private: isPrivate }, { in: place }));
}

/** The record that the buttons of a message name. */
async function recordOf({ components }: SeenMessage): Promise<ShownRecord> {
  const actions = everyComponent(components).map(({ component }) => readCustomId(component.custom_id ?? ''));
  const named = actions.find((action) => action !== null && 'record' in action);
  const record = named != null && 'record' in named ? await bot.state.records.find(named.record) : null;
  if (record === null) throw new Error('Nothing was kept.');
  return record;
}

/** What somebody gets to see who presses every button of a record, and sends in its form, under a message of their own. */
async function pressesAll(who: Actor, place: LoopbackChannel, record: string): Promise<readonly object[]> {
  const under = await onlyMessage(who.runs('help', {}, { in: place }));
  const forgeries = [
    ...(['passage', 'page'] as const).map((action) => ({ customId: customIdOf({ action, record, index: 0 }) })),
    ...(['up', 'down', 'share'] as const).map((action) => ({ customId: customIdOf({ action, record }) })),
    { customId: customIdOf({ action: 'dispute-form', record }), values: { [disputeInput]: 'It is wrong.' } },
  ];
  const seen: object[] = [];
  for (const forgery of forgeries) {
    const { isEphemeral, messages, failed } = await discord.forges(who, { ...forgery, in: place, under });
    seen.push({ isEphemeral, failed, messages: messages.map(({ text, buttons }) => ({ text, buttons })) });
  }
  return seen;
}

/** Expects that a record is to somebody in some place what one is that never was. */
async function expectUnknown(who: Actor, place: LoopbackChannel, record: string): Promise<void> {
  const seen = await pressesAll(who, place, record);
  expect(seen).toEqual(await pressesAll(who, place, unknownRecord));
  expect(JSON.stringify(seen)).not.toMatch(givenAway);
}

describe('a private answer', () => {
  it('is nothing to anybody else, whatever they press and wherever', async () => {
    const { id } = await recordOf(await asks(anna, discord.general, true));
    await expectUnknown(ben, discord.general, id);
    await expectUnknown(ben, ben.direct, id);
    await expectUnknown(carol, elsewhere.general, id);
    expect(await bot.state.feedback.votes(id)).toEqual({ up: 0, down: 0 });
    expect(await bot.state.feedback.disputes(id)).toEqual([]);
  });

  it('is its asker’s, in the server where they asked and in no other place', async () => {
    const { id } = await recordOf(await asks(anna, discord.general, true));
    await expectUnknown(anna, elsewhere.general, id);
    await expectUnknown(anna, anna.direct, id);
    const seen = await pressesAll(anna, discord.general, id);
    expect(JSON.stringify(seen)).toMatch(givenAway);
    expect(await bot.state.feedback.votes(id)).toEqual({ up: 0, down: 1 });
  });

  it('can be shared by its asker although somebody else tried before', async () => {
    const answer = await asks(anna, discord.general, true);
    await pressesAll(ben, discord.general, (await recordOf(answer)).id);
    const shared = await onlyMessage(anna.presses(answer, 'Share'));
    expect(shared.isEphemeral).toBe(false);
    expect(shared.text).toMatch(givenAway);
  });

  it('stays private when a copy of it is shared', async () => {
    const answer = await asks(anna, discord.general, true);
    const original = await recordOf(answer);
    const shared = await onlyMessage(anna.presses(answer, 'Share'));
    const copy = await recordOf(shared);
    expect(copy).toMatchObject({ isPrivate: false, result: original.result });
    expect(copy.id).not.toBe(original.id);
    expect(await bot.state.records.find(original.id)).toEqual(original);
    await expectUnknown(ben, discord.general, original.id);

    expect((await onlyMessage(ben.presses(shared, 'Show passage'))).text).toMatch(givenAway);
    await ben.presses(shared, '👍');
    expect(await bot.state.feedback.votes(original.id)).toEqual({ up: 0, down: 0 });
    expect(await bot.state.feedback.votes(copy.id)).toEqual({ up: 1, down: 0 });
  });
});

/** What a follow-up was taken to ask. */
async function understood(message: SeenMessage): Promise<string> {
  const { result } = await recordOf(message);
  if (result.kind !== 'answer') throw new Error('That is no answer.');
  return result.answer.question;
}

describe('a private question', () => {
  const places = [
    ['a channel', () => discord.home.channel('talks')],
    ['a thread', () => discord.thread(discord.general, { name: 'the talks' })],
  ] as const;

  it.each(places)('in %s is no part of what others ask, nor of what its asker asks for all to see', async (_, open) => {
    for (const who of [ben, anna]) {
      const place = open();
      await asks(anna, place, true);
      const answer = await discord.answerTo(await who.says(`<@BOT> ${followUp}`, { in: place }));
      expect(await understood(answer)).toBe(followUp);
      expect(answer.text).not.toContain('Understood as');
    }
    const place = open();
    await asks(anna, place, true);
    const hidden = await onlyMessage(ben.runs('ask', { question: followUp, private: true }, { in: place }));
    expect(await understood(hidden)).toBe(followUp);
  });

  it.each(places)('in %s is what its asker’s next private one leans on', async (_, open) => {
    const place = open();
    await asks(anna, place, true);
    const further = await onlyMessage(anna.runs('ask', { question: followUp, private: true }, { in: place }));
    expect(await understood(further)).not.toBe(followUp);
  });

  it('is not leaned on through the form for follow-ups by anybody else, or from elsewhere', async () => {
    const { id } = await asks(anna, discord.general, true);
    const customId = customIdOf({ action: 'follow-up-form', message: id });
    const asksOn = async (who: Actor, place: LoopbackChannel): Promise<string> => {
      const under = await onlyMessage(who.runs('help', {}, { in: place }));
      const values = { [followUpInput]: followUp };
      return understood(await onlyMessage(discord.forges(who, { customId, values, in: place, under })));
    };
    expect(await asksOn(ben, discord.general)).toBe(followUp);
    expect(await asksOn(ben, ben.direct)).toBe(followUp);
    expect(await asksOn(carol, elsewhere.general)).toBe(followUp);
    expect(await asksOn(anna, elsewhere.general)).toBe(followUp);
    expect(await asksOn(anna, discord.general)).not.toBe(followUp);
  });

  it('is leaned on by all once it is shared, through the copy', async () => {
    const shared = await onlyMessage(anna.presses(await asks(anna, discord.general, true), 'Share'));
    const said = await ben.says(followUp, { replyTo: shared });
    expect(await understood(await discord.answerTo(said))).not.toBe(followUp);
  });
});

describe('what was shown in one place', () => {
  it('is not there in another server, in a direct message, or for another one’s asker', async () => {
    const { id } = await recordOf(await asks(anna, discord.general, false));
    await expectUnknown(carol, elsewhere.general, id);
    await expectUnknown(anna, elsewhere.general, id);
    await expectUnknown(anna, anna.direct, id);
    await expectUnknown(ben, ben.direct, id);
    expect(await bot.state.feedback.votes(id)).toEqual({ up: 0, down: 0 });
    expect(JSON.stringify(await pressesAll(ben, discord.general, id))).toMatch(givenAway);
  });

  it('in a direct message is nobody else’s, and in no server', async () => {
    const { id } = await recordOf(await asks(anna, anna.direct, false));
    await expectUnknown(ben, ben.direct, id);
    await expectUnknown(ben, discord.general, id);
    await expectUnknown(anna, discord.general, id);
    expect(JSON.stringify(await pressesAll(anna, anna.direct, id))).toMatch(givenAway);
  });
});
