import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saysTheSame } from '#src/discord/correcting/says-the-same.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import type { Generation } from '#src/types.js';
import { article, articleText, type ChangingDesk, openChangingDesk } from '../../support/changing-desk.js';
import type { Actor, LoopbackChannel } from '../../support/discord/actor.js';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import type { LoopbackGuild } from '../../support/discord/loopback-guild.js';
import type { SeenMessage } from '../../support/discord/seen-message.js';
import { type RunningBot, runBotAgainst } from '../../support/run-bot-against.js';
import { type WatchedState, watchedState } from './watched-state.js';

const howLong = 'How long did the talks last?';
const elsewhere = 'What did the U.S. recognise as a terrorist organization?';
const inVienna = 'What will be established in Vienna?';
const howMany = 'What did the observers count in Hama?';
const notes = 'server:notes';
const observers = (count: string): string =>
  `The observers counted ${count} violations of the ceasefire in Hama in the first week.\n\nThey will return in spring.`;

const limits = { correctEveryMs: 20, editEveryMs: 0, editInChannelEveryMs: 0 };

let changing: ChangingDesk;
/** The article as it is, with another number, without what it says of Vienna, and with a paragraph before all others. */
let original: Generation;
let changed: Generation;
let without: Generation;
let moved: Generation;
let discord: Loopback;
let bot: RunningBot;
let anna: Actor;
let watched: WatchedState;

beforeAll(async () => {
  changing = await openChangingDesk();
  const text = await articleText();
  original = await changing.builds('shared', { [article]: text });
  changed = await changing.builds('shared', { [article]: text.replace('lasted 15 hours', 'lasted 20 hours') });
  const others = text.split('\n\n').filter((paragraph) => !paragraph.includes('Vienna'));
  without = await changing.builds('shared', { [article]: others.join('\n\n') });
  moved = await changing.builds('shared', { [article]: `A word before all others.\n\n${text}` });
}, 60_000);
afterAll(() => changing.desk.close());

beforeEach(async () => {
  changing.swaps('shared', original);
  discord = await startLoopback();
  watched = watchedState();
  bot = await runBotAgainst(discord, { ...changing, limits, around: watched.around });
  anna = discord.member('anna');
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

async function asks(question: string, where: { readonly in?: LoopbackChannel; readonly isPrivate?: boolean } = {}) {
  const { isPrivate = false, ...place } = where;
  const [message] = (await anna.runs('ask', { question, private: isPrivate }, place)).messages;
  if (message === undefined) throw new Error('There is no answer.');
  await watched.placed(message);
  return message;
}

/** An answer to a message of Anna's own. */
async function answerTo(question: string, where: { readonly in?: LoopbackChannel } = {}): Promise<SeenMessage> {
  const answer = await discord.answerTo(await anna.says(`<@BOT> ${question}`, where));
  await watched.placed(answer);
  return answer;
}

function now(message: SeenMessage): SeenMessage {
  const seen = discord.look(message);
  if (seen === undefined) throw new Error('The message is gone.');
  return seen;
}

function expectUntouched(...messages: readonly SeenMessage[]): void {
  for (const message of messages) expect(now(message)).toEqual(message);
}

async function recordOf({ id }: SeenMessage): Promise<ShownRecord> {
  const record = await bot.state.records.findByMessage(id);
  if (record === null) throw new Error('Nothing was kept of it.');
  return record;
}

/** Publishes, and waits until all that cites what changed was looked through. */
async function publishes(generation: Generation, collection = 'shared'): Promise<void> {
  const before = watched.count;
  await changing.publishes(collection, generation, { state: bot.state, guild: discord.home.id });
  await watched.corrections(before + 1);
}

describe('an answer whose passage changed', () => {
  it('is corrected in the language that its server has now, and keeps its question', async () => {
    const answer = await asks(howLong);
    const boss = discord.member('boss', { permissions: PermissionFlagsBits.ManageGuild });
    await boss.runs('settings server', { language: 'de' });
    await publishes(changed);
    const { text, buttons } = now(answer);
    expect(text).toMatch(/Korrigiert am \d{1,2}\. \p{L}+ 20\d\d: Die Dokumente haben sich geändert\./u);
    expect(text).toMatch(/~~„The fact that the talks lasted 15 hours .+?“~~/u);
    expect(text).toContain(`**Gefragt:** „${howLong}“`);
    expect(buttons).toContain('Stelle zeigen');
  });

  it('is edited in place: the day, the old sentence struck through, and the new one with its source', async () => {
    const answer = await asks(howLong);
    await publishes(changed);
    const { text, embeds, buttons } = now(answer);
    expect(text).toMatch(/Corrected on \d{1,2} \w+ 20\d\d: the documents changed\./u);
    expect(text).toMatch(/~~“The fact that the talks lasted 15 hours .+?”~~/u);
    expect(text).toMatch(/> “The fact that the talks lasted \*\*20 hours\*\*/u);
    expect(text).toContain(`**Asked:** “${howLong}”`);
    expect(text).toContain('[1] Russia Direct, ¶ 9');
    expect(embeds).toHaveLength(1);
    expect(buttons).toEqual(answer.buttons);
  });

  it('has buttons and follow-ups that go by what it says now', async () => {
    const answer = await asks(howLong);
    await publishes(changed);
    const [passage] = (await anna.presses(now(answer), 'Show passage')).messages;
    expect(passage?.text).toMatch(/\*\*The fact that the talks lasted 20 hours/u);
    expect((await recordOf(answer)).result).toMatchObject({ answer: { generation: changed.id } });
  });

  it('stays where it is among others, whose passages stand', async () => {
    const [first, second] = [await asks(elsewhere), await answerTo(elsewhere)];
    const answer = await asks(howLong);
    await publishes(changed);
    expectUntouched(first, second);
    expect(now(answer).edits).toBe(answer.edits + 1);
  });

  it('is edited where a member asked in a message of their own, which is left alone', async () => {
    const question = await anna.says(`<@BOT> ${howLong}`);
    const answer = await discord.answerTo(question);
    await watched.placed(answer);
    await watched.placed(question);
    await publishes(changed);
    expect(now(answer).text).toContain('20 hours');
    expect(now(answer).text).not.toContain('Asked');
    expectUntouched(question);
  });

  it('is edited in a direct message', async () => {
    const answers = [await asks(howLong, { in: anna.direct }), await answerTo(howLong, { in: anna.direct })];
    await publishes(changed);
    for (const answer of answers) expect(now(answer).text).toMatch(/~~.+15 hours.+~~[\s\S]+20 hours/u);
  });

  it('stays text where embeds are not allowed', async () => {
    const permissions = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
    const plain = discord.home.channel('plain', {
      botPermissions: permissions | PermissionFlagsBits.ReadMessageHistory,
    });
    const answer = await answerTo(howLong, { in: plain });
    await publishes(changed);
    const { content, embeds } = now(answer);
    expect(embeds).toEqual([]);
    expect(content).toMatch(/~~“The fact that the talks lasted 15 hours .+?”~~[\s\S]+20 hours/u);
  });

  it('is left alone once it is deleted, and the others are corrected', async () => {
    const [gone, there] = [await answerTo(howLong), await answerTo(howLong)];
    discord.fails({
      route: new RegExp(`GET /channels/\\d+/messages/${gone.id}`, 'u'),
      kind: 'error',
      status: 404,
      code: 10_008,
    });
    await publishes(changed);
    expectUntouched(gone);
    expect(now(there).text).toContain('20 hours');
  });

  it('is left alone where the channel is gone', async () => {
    const talks = discord.thread(discord.general, { name: 'the talks' });
    await asks(howLong, { in: talks });
    const there = await asks(howLong);
    discord.removes(talks);
    await publishes(changed);
    expect(now(there).text).toContain('20 hours');
  });

  it('is left alone in an archived thread, where Discord is asked once', async () => {
    const talks = discord.thread(discord.general, { name: 'the talks' });
    const archived = [await asks(howLong, { in: talks }), await asks(howLong, { in: talks })];
    const there = await asks(howLong);
    discord.fails({
      route: new RegExp(`PATCH /channels/${talks.id}/`, 'u'),
      kind: 'error',
      status: 400,
      code: 50_083,
      times: 9,
    });
    await publishes(changed);
    expectUntouched(...archived);
    expect(now(there).text).toContain('20 hours');
    const edits = discord.requests.filter(
      ({ method, path }) => method === 'PATCH' && path.includes(`/channels/${talks.id}/`),
    );
    expect(edits).toHaveLength(1);
    expect((await recordOf(archived[0] as SeenMessage)).result).toMatchObject({ answer: { generation: original.id } });
  });

  it('is left alone in a channel that the bot may not read back, without a second refusal', async () => {
    const permissions =
      PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks;
    const blind = discord.home.channel('blind', { botPermissions: permissions });
    const answers = [await asks(howLong, { in: blind }), await asks(howLong, { in: blind })];
    discord.fails({
      route: new RegExp(`GET /channels/${blind.id}/`, 'u'),
      kind: 'error',
      status: 403,
      code: 50_013,
      times: 9,
    });
    await publishes(changed);
    expectUntouched(...answers);
    const looks = discord.requests.filter(
      ({ method, path }) => method === 'GET' && path.includes(`/channels/${blind.id}/`),
    );
    expect(looks).toHaveLength(1);
    expect((await asks(howLong, { in: blind })).text).toContain('20 hours');
  });

  it('is corrected for fourteen days', async () => {
    const day = 24 * 3_600_000;
    const [young, old] = [await asks(howLong), await asks(howLong)];
    for (const [message, days] of [
      [young, 13],
      [old, 15],
    ] as const) {
      const record = await recordOf(message);
      await bot.state.records.keep({ ...record, shownAt: record.shownAt - days * day });
    }
    await publishes(changed);
    expect(now(young).text).toContain('20 hours');
    expectUntouched(old);
  });

  it('is not shown anew once its asker had it deleted', async () => {
    const answer = await asks(howLong);
    await bot.state.personal.forget(anna.id);
    await publishes(changed);
    expectUntouched(answer);
    expect(await bot.state.records.findByMessage(answer.id)).toBeNull();
  });
});

describe('an answer whose passage is gone', () => {
  it('says so, with what is nearest', async () => {
    const answer = await asks(inVienna);
    await publishes(without);
    const { text, buttons } = now(answer);
    expect(text).toMatch(
      /~~“Establishment of a Joint Implementation Center .+?”~~\n\nThe documents no longer say this\./u,
    );
    expect(text).toContain('The documents do not answer this.');
    expect(text).toContain('Nearest passages (not an answer)');
    expect(buttons).not.toContain('Dispute');
    expect((await recordOf(answer)).result).toMatchObject({ answer: { outcome: 'declined' } });
  });

  it('says it again after a rollback', async () => {
    const answer = await asks(inVienna);
    const { result } = await recordOf(answer);
    await publishes(without);
    await publishes(original);
    const { text } = now(answer);
    expect(text).toMatch(/~~The documents do not answer this\.~~\n\n> “\*?\*?Establishment of/u);
    expect(text.match(/The documents do not answer this/gu)).toHaveLength(1);
    const restored = await recordOf(answer);
    expect(restored).not.toHaveProperty('original');
    expect(saysTheSame(restored.result, result)).toBe(true);
  });
});

describe('after a rollback', () => {
  it('a corrected answer is corrected again, and says what it said at first', async () => {
    const answer = await asks(howLong);
    await publishes(changed);
    await publishes(original);
    const { text, edits } = now(answer);
    expect(text).toMatch(
      /~~“The fact that the talks lasted 20 hours .+?”~~[\s\S]+> “The fact that the talks lasted \*\*15 hours\*\*/u,
    );
    expect(text.match(/Corrected on/gu)).toHaveLength(1);
    expect(edits).toBe(answer.edits + 2);
  });
});

describe('an answer whose passage moved', () => {
  it('stays as it is, and shows its passage at the new place', async () => {
    const answer = await asks(howLong);
    await publishes(moved);
    expectUntouched(answer);
    expect((await recordOf(answer)).result).toMatchObject({ answer: { citations: [{ paragraph: 10 }] } });
    const [passage] = (await anna.presses(answer, 'Show passage')).messages;
    expect(passage?.text).toContain('¶ 10');
    expect(passage?.text).toMatch(/\*\*The fact that the talks lasted 15 hours/u);
  });
});

describe('what was declined', () => {
  it('stays declined', async () => {
    const answer = await asks(howMany);
    expect(answer.text).toContain('The documents do not answer this.');
    await publishes(changed);
    await publishes(without);
    expectUntouched(answer);
  });
});

describe('a private answer', () => {
  it('cannot be corrected; its copy that was shared is', async () => {
    const answer = await asks(howLong, { isPrivate: true });
    const record = await recordOf(answer);
    const [copy] = (await anna.presses(answer, 'Share')).messages;
    if (copy === undefined) throw new Error('Nothing was shared.');
    await watched.placed(copy);
    await publishes(changed);
    expect(await bot.state.records.find(record.id)).toEqual(record);
    expect(discord.requests.filter(({ path }) => path.endsWith(answer.id))).toEqual([]);
    expect(now(copy).text).toMatch(/~~.+15 hours.+~~[\s\S]+20 hours/u);
    const [passage] = (await anna.presses(answer, 'Show passage')).messages;
    expect(passage?.text).toContain('The document has changed since');
  });
});

describe('a private answer that no longer stands', () => {
  it('is not shared: whoever pressed is told to ask again, and nobody else sees anything', async () => {
    const answer = await asks(howLong, { isPrivate: true });
    await publishes(changed);
    const reply = await anna.presses(answer, 'Share');
    // It comes after the place of what was to be public was taken away.
    await reply.until(({ messages }) => messages.length > 0);
    expect(reply.messages.map(({ isEphemeral }) => isEphemeral)).toEqual([true]);
    expect(reply.messages[0]?.text).toMatch(/documents have changed.+ask again/u);
    changing.swaps('shared', original);
    const [copy] = (await anna.presses(answer, 'Share')).messages;
    expect(copy?.isEphemeral).toBe(false);
    expect(copy?.text).toContain('15 hours');
  });

  it('is shared with its place of now when it only moved', async () => {
    const answer = await asks(howLong, { isPrivate: true });
    await publishes(moved);
    const [copy] = (await anna.presses(answer, 'Share')).messages;
    expect(copy?.text).toContain('[1] Russia Direct, ¶ 10');
  });
});

describe('a check and a summary', () => {
  it('are made again, as they were asked for', async () => {
    const [seen] = (await anna.runs('check', { claim: 'The talks in Geneva lasted 15 hours.' })).messages;
    if (seen === undefined) throw new Error('There is no check.');
    const [check] = (await anna.presses(seen, 'Share')).messages;
    const [summary] = (await anna.runs('summary', { length: 'short', focus: 'how long the talks lasted' })).messages;
    if (check === undefined || summary === undefined) throw new Error('There is nothing to be corrected.');
    for (const message of [check, summary]) await watched.placed(message);
    expect(check.text).toContain('Supported');
    expect(summary.text).toContain('15 hours');
    await publishes(changed);
    expect(now(check).text).toMatch(
      /~~Supported: “The talks in Geneva lasted 15 hours\.”~~\n~~“The fact .+15 hours.+”~~/u,
    );
    expect(now(check).text).toMatch(/\*\*Contradicted\*\*/u);
    expect(now(summary).text).toMatch(
      /~~“The fact .+15 hours.+”~~[\s\S]+about “how long the talks lasted”[\s\S]+20 hours/u,
    );
    await publishes(original);
    expect(now(check).text).toMatch(/~~Contradicted: [\s\S]+\*\*Supported\*\*/u);
  });

  it('of a document that went says so', async () => {
    const [summary] = (await anna.runs('summary', { length: 'short' })).messages;
    if (summary === undefined) throw new Error('There is no summary.');
    await watched.placed(summary);
    const other = await changing.builds('shared', { other: 'The lake is deep and very cold in winter.' });
    await publishes(other);
    expect(now(summary).text).toMatch(/~~.+~~[\s\S]+The documents no longer say this\./u);
    expect(now(summary).text).toContain('There are no sentences there to sum up.');
  });
});

async function setsLogChannel(guild: LoopbackGuild): Promise<LoopbackChannel> {
  const channel = guild.channel('log');
  const moderator = discord.member(`moderator of ${guild.name}`, {
    guild,
    permissions: PermissionFlagsBits.ManageGuild,
  });
  await moderator.runs('settings server', { log_channel: channel }, { in: guild.general });
  return channel;
}

async function audited() {
  return (await bot.state.audit.entries({ guild: discord.home.id, limit: 9 })).map(
    ({ actor, act, subject, before, after }) => ({ actor, act, subject, before, after }),
  );
}

describe('what an operator published by another process', () => {
  it('is corrected to while the bot runs, and is in the audit log of a home server', async () => {
    const answer = await asks(howLong);
    changing.swaps('shared', changed);
    await watched.corrections(1);
    expect(now(answer).text).toMatch(/~~.+15 hours.+~~[\s\S]+20 hours/u);
    const facts = { actor: 'parley', act: 'reindex run', subject: 'shared documents' };
    expect(await audited()).toEqual([{ ...facts, before: original.id, after: changed.id }]);
  });

  it('is corrected to when it came while the bot was away', async () => {
    const folder = await mkdtemp(`${os.tmpdir()}/parley-away-`);
    const databaseFile = `${folder}/state.sqlite`;
    await bot.stop();
    bot = await runBotAgainst(discord, { ...changing, limits, around: watched.around, databaseFile });
    const answer = await asks(howLong);
    await bot.stop();
    changing.swaps('shared', changed);
    bot = await runBotAgainst(discord, { ...changing, limits, around: watched.around, databaseFile });
    await watched.corrections(1);
    expect(now(answer).text).toContain('20 hours');
    expect(await audited()).toHaveLength(1);
    await rm(folder, { recursive: true, force: true });
  });
});

describe('of several servers', () => {
  let away: LoopbackGuild;
  let carol: Actor;

  beforeEach(() => {
    away = discord.guild({ name: 'Elsewhere' });
    carol = discord.member('carol', { guild: away });
  });

  async function carolAsks(question: string): Promise<SeenMessage> {
    const [answer] = (await carol.runs('ask', { question }, { in: away.general })).messages;
    if (answer === undefined) throw new Error('There is no answer.');
    await watched.placed(answer);
    return answer;
  }

  it('all are corrected after the shared collection, and each one’s moderators hear of theirs alone', async () => {
    const logs = [await setsLogChannel(discord.home), await setsLogChannel(away)];
    const answers = [await asks(howLong), await asks(howLong), await carolAsks(howLong)];
    await publishes(changed);
    for (const answer of answers) expect(now(answer).text).toContain('20 hours');
    // The first line is about the setting itself.
    const told = (who: Actor, index: 0 | 1) =>
      who
        .sees(logs[index])
        .map(({ text }) => text)
        .slice(1);
    await discord.until(() => told(anna, 0).length > 0 && told(carol, 1).length > 0, 'word to the moderators');
    expect(told(anna, 0)).toEqual(['2 earlier answers were corrected.']);
    expect(told(carol, 1)).toEqual(['1 earlier answer was corrected.']);
  });

  it('an answer that lost its document is corrected, and says it again once that is back', async () => {
    const own = `guild-${discord.home.id}`;
    const [there, gone] = [
      await changing.builds(own, { [notes]: observers('37') }),
      await changing.builds(own, { 'server:lake': 'The lake is deep and very cold in winter.' }),
    ];
    changing.swaps(own, there);
    const answer = await asks(howMany);
    await publishes(gone, own);
    expect(now(answer).text).toMatch(/~~.+37.+~~\n\nThe documents no longer say this\./u);
    await publishes(there, own);
    expect(now(answer).text).toMatch(/~~The documents do not answer this\.~~[\s\S]+37/u);
  });

  it('only the one whose collection changed is corrected', async () => {
    const [own, other] = [`guild-${discord.home.id}`, `guild-${away.id}`];
    const [before, after, theirs] = [
      await changing.builds(own, { [notes]: observers('37') }),
      await changing.builds(own, { [notes]: observers('52') }),
      await changing.builds(other, { [notes]: observers('37') }),
    ];
    changing.swaps(own, before);
    changing.swaps(other, theirs);
    const [answer, foreign] = [await asks(howMany), await carolAsks(howMany)];
    expect(answer.text).toContain('37');
    await publishes(after, own);
    expect(now(answer).text).toMatch(/~~.+37.+~~[\s\S]+52/u);
    expectUntouched(foreign);
  });
});
