import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { LoopbackChannel } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';

const question = 'How long did the talks last?';
const answered = '15 hours';
const busy = 'Too many questions are waiting';

let desk: Desk;
let discord: Loopback;
let bot: RunningBot;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  // Here the model, the bot and Discord share one thread: how soon all this goes is the benchmark's to say.
  discord = await startLoopback({ acknowledgeWithinMs: 20_000, patienceMs: 25_000 });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

/** The desk, but its answers wait for a word of the test once it holds them. */
function holdableDesk() {
  let held: Promise<void> = Promise.resolve();
  const waiting = new Set<() => void>();
  let asked = 0;
  return {
    desk: {
      ...desk,
      get generation() {
        return desk.generation;
      },
      async ask(text: string) {
        asked += 1;
        await held;
        return desk.ask(text);
      },
    } satisfies Desk,
    get asked() {
      return asked;
    },
    hold() {
      asked = 0;
      held = new Promise((resolve) => {
        waiting.add(resolve);
      });
    },
    release() {
      for (const goOn of waiting) goOn();
    },
  };
}

describe('questions beyond what a bot takes', () => {
  it('are told so at once, wherever they come from, while every question that was taken is answered', async () => {
    const slow = holdableDesk();
    bot = await runBotAgainst(discord, { desk: slow.desk, limits: { running: 1, waiting: 2 } });
    slow.hold();
    const ask = (name: string): Promise<Reply> =>
      discord.member(name).runs('ask', { question }, { until: 'acknowledged' });
    const taken: Reply[] = [];
    for (const name of ['anna', 'ben', 'carla']) taken.push(await ask(name));
    await discord.until(() => slow.asked === 1, 'the first question at the desk');

    const tooMany = await discord.member('dora').runs('ask', { question });
    expect(tooMany.messages.map(({ text }) => text)).toEqual([expect.stringContaining(busy)]);
    const mention = await discord.member('emil').says(`<@BOT> ${question}`);
    const turnedAway = await discord.answerTo(mention, { isFinal: () => true });
    expect(turnedAway.text).toContain(busy);
    expect(slow.asked).toBe(1);

    slow.release();
    for (const reply of taken) {
      await reply.settled();
      expect(reply.messages.map(({ text }) => text)).toEqual([expect.stringContaining(answered)]);
    }
    const again = await discord.member('dora').runs('ask', { question });
    expect(again.messages[0]?.text).toContain(answered);
  });
});

describe('a bot with its usual limits', () => {
  const warnings: string[] = [];
  const warn = ({ message }: Error): void => void warnings.push(message);

  beforeEach(async () => {
    process.on('warning', warn);
    bot = await runBotAgainst(discord, { desk });
  });
  afterEach(() => {
    process.off('warning', warn);
  });

  it('answers twenty different members who ask at once in one channel', async () => {
    const members = Array.from({ length: 20 }, (_, at) => discord.member(`member-${at}`));
    const replies = await Promise.all(members.map((member) => member.runs('ask', { question })));
    for (const { messages } of replies) expect(messages[0]?.text).toContain(answered);
  });

  it('takes a hundred questions of one server at once, which is more than a hundred in two minutes', async () => {
    const channels = [discord.general, ...['one', 'two', 'three', 'four'].map((name) => discord.home.channel(name))];
    const members = Array.from({ length: 100 }, (_, at) => discord.member(`member-${at}`));
    const byCommand = async (at: number, channel: LoopbackChannel): Promise<readonly SeenMessage[]> =>
      (await members[at]?.runs('ask', { question }, { in: channel }))?.messages ?? [];
    const byMention = async (at: number, channel: LoopbackChannel): Promise<readonly SeenMessage[]> => {
      const message = await members[at]?.says(`<@BOT> ${question}`, { in: channel });
      return message === undefined ? [] : [await discord.answerTo(message, { isFinal: () => true })];
    };
    const answers = await Promise.all(
      members.map((_, at) => {
        const channel = channels[at % channels.length] ?? discord.general;
        return at % 2 === 0 ? byCommand(at, channel) : byMention(at, channel);
      }),
    );
    expect(answers).toHaveLength(100);
    for (const messages of answers)
      expect(messages.map(({ text }) => text)).toEqual([expect.stringContaining(answered)]);
    // Node warns of a leak where every answer under way is one listener more.
    expect(warnings).toEqual([]);
  });
});
