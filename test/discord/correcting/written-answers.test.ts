import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { saysTheSame } from '#src/discord/correcting/says-the-same.js';
import type { ShownResult } from '#src/state/seams/records.js';
import type { Answer, Generation } from '#src/types.js';
import { article, articleText, type ChangingDesk, openChangingDesk } from '../../support/changing-desk.js';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import type { SeenMessage } from '../../support/discord/seen-message.js';
import { madeUpAnswer } from '../../support/made-up-answer.js';
import { madeUpWriting, madeUpWritten } from '../../support/made-up-written.js';
import { onlyMessage } from '../../support/only-message.js';
import { type RunningBot, runBotAgainst } from '../../support/run-bot-against.js';
import { supportedStanding } from '../../support/standing.js';
import { type WatchedState, watchedState } from './watched-state.js';

const howLong = 'How long did the talks last?';
const elsewhere = 'What did the U.S. recognise as a terrorist organization?';
const limits = { correctEveryMs: 20, editEveryMs: 0, editInChannelEveryMs: 0 };

let changing: ChangingDesk;
let original: Generation;
let changed: Generation;
let discord: Loopback;
let bot: RunningBot;
let watched: WatchedState;
/** How often a model was to write. */
let written: number;

/** The same, as a model puts it: a sentence on each quote. */
function inOtherWords(answer: Answer): Answer {
  return {
    ...answer,
    mode: 'written',
    sentences: answer.citations.map(({ n }) => ({
      text: `In other words, number ${n}.`,
      citations: [n],
      attribution: null,
      ...supportedStanding,
    })),
    writing: madeUpWriting(),
  };
}

beforeAll(async () => {
  changing = await openChangingDesk();
  const text = await articleText();
  original = await changing.builds('shared', { [article]: text });
  changed = await changing.builds('shared', { [article]: text.replace('lasted 15 hours', 'lasted 20 hours') });
}, 60_000);
afterAll(() => changing.desk.close());

beforeEach(async () => {
  changing.swaps('shared', original);
  discord = await startLoopback();
  watched = watchedState();
  written = 0;
  const desk: Desk = {
    ...changing.desk,
    get generation() {
      return changing.desk.generation;
    },
    async ask(question, guild, request) {
      const answer = await changing.desk.ask(question, guild);
      if (request === undefined || answer.outcome === 'declined') return answer;
      written += 1;
      return inOtherWords(answer);
    },
  };
  bot = await runBotAgainst(discord, { desk, collections: changing.collections, limits, around: watched.around });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

async function asks(question: string): Promise<SeenMessage> {
  const message = onlyMessage(await discord.member('anna').runs('ask', { question }));
  await watched.placed(message);
  return message;
}

async function publishes(generation: Generation): Promise<void> {
  const before = watched.count;
  await changing.publishes('shared', generation, { state: bot.state, guild: discord.home.id });
  await watched.corrections(before + 1);
}

describe('what a model wrote, when the documents change', () => {
  it('is replaced by quotes where a passage it stands on changed, and no model is asked', async () => {
    const answer = await asks(howLong);
    expect(answer.text).toContain('In other words, number 1. [1]');
    await publishes(changed);
    const now = discord.look(answer);
    expect(now?.text).toMatch(/Corrected on .+: the documents changed\./u);
    expect(now?.text).toContain('~~“In other words, number 1.”~~');
    expect(now?.text).toMatch(/> “The fact that the talks lasted \*\*20 hours\*\*/u);
    expect(now?.text).toContain('uoted word for word.');
    expect(now?.text).not.toContain('Written by');
    expect(written).toBe(1);
  });

  it('is left alone where its passages stand', async () => {
    const answer = await asks(elsewhere);
    await publishes(changed);
    expect(discord.look(answer)).toEqual(answer);
  });

  it('stays in quotes when the old text comes back, and is looked at no more', async () => {
    const answer = await asks(howLong);
    await publishes(changed);
    await publishes(original);
    const back = discord.look(answer);
    expect(back?.text).toMatch(/> “The fact that the talks lasted \*\*15 hours\*\*/u);
    const record = await bot.state.records.findByMessage(answer.id);
    expect(record?.original).toBeUndefined();
    expect(written).toBe(1);
  });
});

function quoted(...quotes: readonly string[]): ShownResult {
  const sentences = quotes.map((quote) => ({ quote }));
  return { kind: 'answer', question: '', answer: madeUpAnswer('', sentences) };
}

/** One text on each of these quotes. */
function wrote(text: string, ...quotes: readonly string[]): ShownResult {
  const sentences = quotes.map((quote) => ({ text, quote }));
  return { kind: 'answer', question: '', answer: madeUpWritten('', sentences) };
}

describe('a written answer and one in quotes', () => {
  it('say the same when they stand on the same quotes, in whatever order', () => {
    expect(saysTheSame(wrote('So.', 'A.', 'B.'), quoted('B.', 'A.'))).toBe(true);
    expect(saysTheSame(quoted('A.'), wrote('So.', 'A.', 'B.'))).toBe(false);
    expect(saysTheSame(wrote('So.', 'A.'), quoted())).toBe(false);
  });

  it('are told apart by their words when a model wrote both', () => {
    expect(saysTheSame(wrote('So.', 'A.'), wrote('So.', 'A.'))).toBe(true);
    expect(saysTheSame(wrote('So.', 'A.'), wrote('Not so.', 'A.'))).toBe(false);
  });
});
