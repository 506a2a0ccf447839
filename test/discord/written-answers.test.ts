import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotLimits } from '#src/discord/bot-input.js';
import { writtenWording } from '#src/language/written-wording.js';
import type { Answer } from '#src/types.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { madeUpWritten } from '../support/made-up-written.js';
import { onlyMessage } from '../support/only-message.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { scriptedQuote } from '../support/scripted-desk.js';
import { quotesInstead, type WritingDesk, writingDesk } from '../support/writing-desk.js';

const question = 'How long did the talks last?';
const sentences = [
  { text: 'The talks lasted 15 hours.', quote: scriptedQuote },
  { text: 'They ended at night.', quote: 'The ministers came out after midnight.' },
  { text: 'The truce was to hold for a week.', quote: 'It should hold for a week.', attribution: 'conditional' },
] as const;
const whole = madeUpWritten(question, sentences);

/** An answer as far as its first sentences go. */
function upTo(count: number): Answer {
  return madeUpWritten(question, sentences.slice(0, count));
}

/** Parts are shown as soon as there are some. */
const atOnce = { growAfterMs: 0, growEveryMs: 0 };

let discord: Loopback;
let writing: WritingDesk;
let bot: RunningBot;
let anna: Actor;

async function runBot(limits: Partial<BotLimits> = atOnce): Promise<void> {
  bot = await runBotAgainst(discord, { desk: writing.desk, limits });
  anna = discord.member('anna');
}

beforeEach(async () => {
  discord = await startLoopback({ rateLimits: 'off' });
  writing = writingDesk();
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

/** A message without what tells one record from another. */
function faceOf({ content, embeds, components, flags, reference, isEphemeral }: SeenMessage): unknown {
  const drawn = JSON.stringify({ content, embeds, components, flags, isEphemeral, isReply: reference !== null });
  return JSON.parse(drawn.replaceAll(/(?<="custom_id":"\w+:)\w{12}/gu, 'RECORD'));
}

function textOf({ messages }: Pick<Reply, 'messages'>): string {
  return messages.map(({ text }) => text).join('\n');
}

/** Somebody asks by a command; what is shown can be looked at all the time. */
async function runsAsk(text = question, isPrivate = false): Promise<Reply> {
  return anna.runs('ask', { question: text, private: isPrivate }, { until: 'acknowledged' });
}

function asks(who: string, text: string): Promise<Reply> {
  return discord.member(who).runs('ask', { question: text }, { until: 'acknowledged' });
}

/** An answer to Anna, written at once. */
async function answered(): Promise<SeenMessage> {
  await runBot();
  const reply = await runsAsk();
  (await writing.draftOf(question)).ends(whole);
  return onlyMessage(await reply.settled());
}

/** The bot's messages in a channel as they are now. */
function botsIn(channel: LoopbackChannel = discord.general): readonly SeenMessage[] {
  return anna.sees(channel).filter(({ author }) => author !== 'anna');
}

/** A way to ask, as it shows: its messages so far, and what to wait for. */
interface Asked {
  readonly shown: () => readonly SeenMessage[];
}

async function byCommand(isPrivate: boolean): Promise<Asked> {
  const reply = await runsAsk(question, isPrivate);
  return { shown: () => reply.messages.filter(({ text }) => text !== '') };
}

async function byMention(where: LoopbackChannel = discord.general): Promise<Asked> {
  await anna.says(`<@BOT> ${question}`, { in: where });
  return { shown: () => botsIn(where) };
}

const withoutEmbeds = (): LoopbackChannel =>
  discord.home.channel('plain', { botPermissions: (1n << 10n) | (1n << 11n) | (1n << 16n) });

const ways: readonly (readonly [name: string, ask: () => Promise<Asked>])[] = [
  ['a command', () => byCommand(false)],
  ['a private command', () => byCommand(true)],
  ['a mention', () => byMention()],
  ['a direct message', () => byMention(anna.direct)],
  ['a mention where embeds are not allowed', () => byMention(withoutEmbeds())],
];

async function untilShown(asked: Asked, words: string): Promise<SeenMessage> {
  await discord.until(() => asked.shown().some(({ text }) => text.includes(words)), `"${words}"`);
  return onlyMessage({ messages: asked.shown() });
}

async function untilFinal(asked: Asked): Promise<readonly SeenMessage[]> {
  await discord.until(() => asked.shown().some(({ buttons }) => buttons.length > 0), 'an answer with buttons');
  return asked.shown();
}

describe.each(ways)('an answer to %s, while it is written', (_, ask) => {
  it('shows each sentence when it has passed, says that it goes on, and has no buttons', async () => {
    await runBot();
    const asked = await ask();
    const draft = await writing.draftOf(question);
    expect(asked.shown()).toEqual([]);
    const ids = new Set<string>();
    for (const count of [1, 2]) {
      draft.passes(upTo(count));
      const message = await untilShown(asked, sentences[count - 1]?.text ?? '');
      expect(message.text).toContain(writtenWording.goesOn);
      expect(message.text).toContain(sentences[count - 1]?.quote);
      expect(message.text).not.toContain(sentences[count]?.text);
      expect(message.buttons).toEqual([]);
      ids.add(message.id);
    }
    draft.ends(whole);
    const final = onlyMessage({ messages: await untilFinal(asked) });
    ids.add(final.id);
    expect(ids.size).toBe(1);
    expect(final.text).not.toContain(writtenWording.goesOn);
    expect(final.text).toContain('Written by ollama:llama3.2');
  });

  it('is in the end what it is when nothing was shown before', async () => {
    await runBot();
    const grown = await ask();
    const draft = await writing.draftOf(question);
    draft.passes(upTo(1));
    await untilShown(grown, writtenWording.goesOn);
    draft.ends(whole);
    const shown = await untilFinal(grown);
    await bot.stop();
    await discord.stop();

    discord = await startLoopback({ rateLimits: 'off' });
    writing = writingDesk();
    await runBot();
    const plain = await ask();
    (await writing.draftOf(question)).ends(whole);
    expect(shown.map(faceOf)).toEqual((await untilFinal(plain)).map(faceOf));
  });

  it('is replaced when the rest does not pass: nothing is left of what was shown', async () => {
    await runBot();
    const asked = await ask();
    const draft = await writing.draftOf(question);
    draft.passes(upTo(2));
    await untilShown(asked, 'They ended at night.');
    draft.ends(quotesInstead(question, 'unsupported'));
    const final = onlyMessage({ messages: await untilFinal(asked) });
    expect(final.text).toContain(scriptedQuote);
    expect(final.text).toContain('uoted word for word.');
    expect(final.text).not.toMatch(/They ended|ollama|Written|budget|check/u);
  });

  it('is not touched any more once it is whole, though more was about to be shown', async () => {
    await runBot({ growAfterMs: 0, growEveryMs: 40 });
    const asked = await ask();
    const draft = await writing.draftOf(question);
    draft.passes(upTo(1));
    await untilShown(asked, writtenWording.goesOn);
    draft.passes(upTo(2));
    draft.ends(whole);
    const final = await untilFinal(asked);
    // As long as a whole question takes, which is longer than the pause between two edits.
    const next = await discord.member('ben').runs('ask', { question: 'And then?' }, { until: 'acknowledged' });
    const other = await writing.draftOf('And then?');
    other.passes(upTo(1));
    await next.until(({ messages }) => messages.some(({ text }) => text !== ''), 'a part of the next');
    other.passes(upTo(2));
    await next.until(({ messages }) => messages.some(({ edits }) => edits > 0), 'the next part');
    expect(asked.shown().slice(0, final.length)).toEqual(final);
  });

  it('gives way to an apology when nobody can wait any longer', async () => {
    await runBot();
    const asked = await ask();
    const draft = await writing.draftOf(question);
    draft.passes(upTo(2));
    await untilShown(asked, 'They ended at night.');
    draft.fails(new Error('broken'));
    const apology = await untilShown(asked, 'went wrong on my side');
    expect(apology.text).not.toContain('They ended');
    expect(apology.embeds).toEqual([]);
  });
});

describe('an answer that is written at once', () => {
  const later = { growAfterMs: 60_000 };

  it('to a mention is one message that is never edited', async () => {
    await runBot(later);
    const asked = await byMention();
    const draft = await writing.draftOf(question);
    draft.passes(upTo(1));
    draft.passes(whole);
    draft.ends(whole);
    expect(onlyMessage({ messages: await untilFinal(asked) }).edits).toBe(0);
    const posted = discord.requests.filter(({ method, path }) => path.includes('/messages') && method !== 'GET');
    expect(posted.map(({ method }) => method)).toEqual(['POST']);
  });

  it('to a command takes the place of “thinking” and is never edited', async () => {
    await runBot(later);
    const reply = await runsAsk();
    const draft = await writing.draftOf(question);
    draft.passes(whole);
    draft.ends(whole);
    expect(onlyMessage(await reply.settled()).edits).toBe(0);
  });
});

describe('an answer that is longer than a message', () => {
  const long = Array.from({ length: 6 }, (_, index) => ({
    text: `Sentence ${index} of many ${'words '.repeat(60)}end.`,
    quote: `Quote ${index} has ${'words '.repeat(80)}too.`,
  }));

  it('has further messages in the end alone', async () => {
    await runBot();
    const plain = withoutEmbeds();
    const asked = await byMention(plain);
    const draft = await writing.draftOf(question);
    for (let count = 1; count <= long.length; count += 1) draft.passes(madeUpWritten(question, long.slice(0, count)));
    await discord.until(() => asked.shown().length > 0, 'the beginning');
    expect(asked.shown()).toHaveLength(1);
    draft.ends(madeUpWritten(question, long));
    const shown = await untilFinal(asked);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.map(({ reference }) => reference !== null)).toEqual(shown.map((_, index) => index === 0));
    for (const { text } of long) expect(shown.map((message) => message.text).join('\n')).toContain(text.slice(0, 30));
    expect(shown.map(({ text }) => text).join('\n')).not.toContain(writtenWording.goesOn);
  });
});

describe('what Discord does meanwhile', () => {
  it('may lose its answer to the first part: there is one message all the same, and it is the whole answer', async () => {
    await runBot();
    discord.fails({ route: /^POST .*\/messages$/u, kind: 'cut-after', times: 1 });
    const asked = await byMention();
    const draft = await writing.draftOf(question);
    draft.passes(upTo(1));
    await untilShown(asked, writtenWording.goesOn);
    draft.ends(whole);
    const final = onlyMessage({ messages: await untilFinal(asked) });
    expect(final.text).toContain('The truce was to hold for a week.');
  });

  it('may fail an edit: the answer comes', async () => {
    await runBot();
    const asked = await byMention();
    const draft = await writing.draftOf(question);
    draft.passes(upTo(1));
    await untilShown(asked, writtenWording.goesOn);
    discord.fails({ route: /^PATCH .*\/messages\//u, kind: '500', times: 1 });
    draft.passes(upTo(2));
    await discord.until(() => discord.requests.some(({ status }) => status === 500), 'the fault');
    draft.ends(whole);
    expect(onlyMessage({ messages: await untilFinal(asked) }).text).toContain('The truce was to hold');
  });

  it('may refuse the channel: whoever asked is told in private, once', async () => {
    await runBot();
    discord.fails({ route: /^POST .*\/messages$/u, kind: 'error', status: 403, code: 50_013, times: 2 });
    await byMention();
    const draft = await writing.draftOf(question);
    draft.passes(upTo(1));
    await discord.until(() => discord.requests.some(({ status }) => status === 403), 'the refusal');
    draft.ends(whole);
    await discord.until(() => botsIn(anna.direct).length > 0, 'a word in private');
    expect(botsIn(anna.direct).map(({ text }) => text)).toEqual([
      expect.stringContaining('I may not write in #general'),
    ]);
    expect(botsIn()).toEqual([]);
  });

  it('may have lost the message to a moderator: nothing is sent in its place', async () => {
    await runBot();
    const asked = await byMention();
    const draft = await writing.draftOf(question);
    draft.passes(upTo(1));
    const message = await untilShown(asked, writtenWording.goesOn);
    discord.fails({ route: /^PATCH .*\/messages\//u, kind: 'error', status: 404, code: 10_008, times: 1 });
    draft.ends(whole);
    await discord.until(() => discord.requests.some(({ status }) => status === 404), 'the answer');
    expect(asked.shown().map(({ id }) => id)).toEqual([message.id]);
  });
});

describe('what is under an answer that a model wrote', () => {
  it('works: passages, votes, disputes', async () => {
    const answer = await answered();
    expect(answer.buttons).toEqual(['Show passage', '👍', '👎', 'Dispute']);
    const passage = onlyMessage(await anna.presses(answer, 'Show passage'));
    expect(passage.text).toContain(scriptedQuote);
    expect(onlyMessage(await anna.presses(passage, '▶')).text).toContain('came out after midnight');
    expect((await anna.presses(answer, '👍')).failed).toBeUndefined();
    const form = await anna.presses(answer, 'Dispute');
    expect(textOf(await anna.submits(form, { 'What is wrong?': 'It was 14 hours.' }))).toContain('Thank you');
  });

  it('leads on: a follow-up is written with what was said before', async () => {
    const answer = await answered();
    const follows = await anna.says('and who met there?', { replyTo: answer });
    const [, understood = ''] = await writing.asked(2);
    const { request } = await writing.draftOf(understood);
    expect(request.member).toBe(anna.id);
    expect(request.turns?.map((turn) => turn.question)).toEqual([question]);
    const draft = await writing.draftOf(understood);
    draft.ends(madeUpWritten('Who met in Geneva?', sentences));
    expect((await discord.answerTo(follows)).text).toContain('Understood as: “Who met in Geneva?”');
  });
});

describe('many questions at once', () => {
  const others = Array.from({ length: 3 }, (_, index) => `Who was number ${index}?`);

  it('are searched while answers are written: writing holds no place in the line', async () => {
    await runBot({ ...atOnce, running: 1, waiting: 0, drafting: 4 });
    for (const [index, text] of others.entries()) {
      await asks(`member-${index}`, text);
      await writing.draftOf(text);
    }
    expect(await writing.asked(others.length)).toEqual(others);
    for (const text of others) (await writing.draftOf(text)).ends(madeUpWritten(text, sentences));
  });

  it('that find no place to be written are answered in quotes', async () => {
    await runBot({ ...atOnce, drafting: 1, draftWaitMs: 0 });
    const [first = '', second = ''] = others;
    const slow = await asks('ben', first);
    const draft = await writing.draftOf(first);
    const quoted = await (await asks('chloe', second)).settled();
    expect(textOf(quoted)).toContain('uoted word for word.');
    draft.ends(madeUpWritten(first, sentences));
    expect(textOf(await slow.settled())).toContain('Written by');
    expect(bot.log.filter((line) => line.includes('too much was to be written at once'))).toHaveLength(1);
  });

  it('wait a little for a place', async () => {
    await runBot({ ...atOnce, drafting: 1, draftWaitMs: 60_000 });
    const [first = '', second = ''] = others;
    await asks('ben', first);
    const draft = await writing.draftOf(first);
    const waiting = await asks('chloe', second);
    await writing.asked(2);
    draft.ends(madeUpWritten(first, sentences));
    (await writing.draftOf(second)).ends(madeUpWritten(second, sentences));
    expect(textOf(await waiting.settled())).toContain('Written by');
  });
});

describe('an end that comes too soon', () => {
  it('of a stop gives the quotes to whoever waits for a model', async () => {
    await runBot();
    const asked = await byCommand(false);
    const draft = await writing.draftOf(question);
    draft.passes(upTo(1));
    await untilShown(asked, writtenWording.goesOn);
    await bot.stop();
    const final = onlyMessage({ messages: asked.shown() });
    expect(final.text).toContain('uoted word for word.');
    expect(final.buttons).toContain('Show passage');
  });

  it('of the time there is gives the quotes before there is an apology', async () => {
    await runBot({ ...atOnce, deadlineMs: 800 });
    const reply = await runsAsk();
    const { request } = await writing.draftOf(question);
    await reply.until(({ messages }) => (messages[0]?.text ?? '').includes('uoted word for word.'), 'the quotes');
    expect(request.hurry?.aborted).toBe(true);
    expect(request.signal?.aborted).toBe(false);
  });
});

describe('the log', () => {
  it('has one line of a kind of fault, and members see none', async () => {
    await runBot();
    for (const [index, fault] of (['unavailable', 'unavailable', 'over-budget', 'declined'] as const).entries()) {
      const text = `Who was number ${index}?`;
      const reply = await runsAsk(text);
      (await writing.draftOf(text)).ends(quotesInstead(text, fault));
      const shown = textOf(await reply.settled());
      expect(shown).not.toMatch(/ollama|model|reach/u);
      expect(shown.includes(writtenWording.usedUp)).toBe(fault === 'over-budget');
    }
    const faults = bot.log.filter((line) => line.includes('answers are quotes alone meanwhile'));
    expect(faults.map((line) => /"fault":"([\w-]+)"/u.exec(line)?.[1])).toEqual([
      'unavailable',
      'over-budget',
      'declined',
    ]);
  });
});
