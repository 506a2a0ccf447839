import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { StateError } from '#src/state/state-error.js';
import type { StateStore } from '#src/state/state-store.js';
import { openArticleDesk } from '../support/article-desk.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import { runBotAgainst } from '../support/run-bot-against.js';

const question = 'How long did the talks last?';
let desk: Desk;
let discord: Loopback;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  discord = await startLoopback();
});
afterEach(async () => {
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

function fail(): Promise<never> {
  return Promise.reject(new StateError('The disk is full.', 'Make room.'));
}

function failing(...names: readonly ('keep' | 'place')[]): (state: StateStore) => StateStore {
  return (state) => ({
    ...state,
    records: { ...state.records, ...Object.fromEntries(names.map((name) => [name, fail])) },
  });
}

describe('when the database fails', () => {
  it('where an answer is shown cannot be noted, and the answer stays', async () => {
    const bot = await runBotAgainst(discord, { desk, around: failing('place') });
    const anna = discord.member('anna');
    const reply = await anna.runs('ask', { question });
    const mention = await anna.says(`<@BOT> ${question}`);
    const answer = await discord.answerTo(mention);
    await bot.stop();
    expect(reply.messages.map(({ text }) => text).join()).toContain('**15 hours**');
    expect(answer.text).toContain('**15 hours**');
    const answers = anna.sees(discord.general).filter(({ reference }) => reference === mention.id);
    expect(answers).toHaveLength(1);
    expect(bot.log.join('\n')).toContain('The disk is full.');
  });

  it('an answer that cannot be kept is shown without buttons, which would find nothing', async () => {
    const bot = await runBotAgainst(discord, { desk, around: failing('keep') });
    const reply = await discord.member('anna').runs('ask', { question });
    await bot.stop();
    expect(reply.messages[0]?.text).toContain('**15 hours**');
    expect(reply.messages[0]?.buttons).toEqual([]);
  });
});

describe('when the desk fails', () => {
  it('whoever asked is told in plain words, once, and the next question is answered', async () => {
    let fails = true;
    const flaky: Desk = {
      ...desk,
      generation: desk.generation,
      ask: (asked) => (fails ? Promise.reject(new Error('the encoder at /srv/secret is gone')) : desk.ask(asked)),
    };
    const bot = await runBotAgainst(discord, { desk: { ...flaky, generation: desk.generation } });
    const anna = discord.member('anna');
    const broken = await anna.runs('ask', { question });
    expect(broken.messages.map(({ text }) => text).join()).toContain('went wrong on my side');
    expect(broken.messages.map(({ text }) => text).join()).not.toContain('/srv');
    fails = false;
    expect((await anna.runs('ask', { question })).messages[0]?.text).toContain('**15 hours**');
    await bot.stop();
  });
});

describe('a stop', () => {
  it('tells whoever still waits for an answer that hangs, and ends', async () => {
    const hanging: Desk = {
      ...desk,
      generation: desk.generation,
      ask: (asked) => (asked === question ? new Promise((resolve) => void resolve) : desk.ask(asked)),
    };
    const bot = await runBotAgainst(discord, { desk: hanging, limits: { drainMs: 50, apologiseMs: 5_000 } });
    const anna = discord.member('anna');
    const asked = await anna.runs('ask', { question }, { until: 'acknowledged' });
    await bot.stop();
    expect((await asked.settled()).messages[0]?.text).toContain('restarted');
  });
});
