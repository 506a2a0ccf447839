import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { startBotHere } from '../../scripts/soak/bot-here.js';
import { runSoak } from '../../scripts/soak/run-soak.js';
import { openArticleDesk } from '../support/article-desk.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';

// `npm run soak` does the same with thousands of events, other seeds, and the bot in a process of its own.
const seed = 46;
const events = 150;

let desk: Desk;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());

describe('a bot that many members use while both sides have faults', () => {
  it('ends everything it took up exactly once, across broken connections and a restart, and stops cleanly', async () => {
    const { failures, history, counts } = await runSoak({
      seed,
      events,
      atOnce: 8,
      startBot: startBotHere(desk),
      say: () => undefined,
    });
    expect(failures, `seed ${seed}:\n${history.join('\n')}`).toEqual([]);
    // It would be easy to lose nothing where nothing arrives.
    expect(counts.get('messages answered')).toBeGreaterThan(events / 6);
  }, 60_000);
});

describe('what a soak has found', () => {
  let discord: Loopback;
  let bot: RunningBot;

  beforeEach(async () => {
    discord = await startLoopback({ acknowledgeWithinMs: 700 });
    bot = await runBotAgainst(discord, { desk });
  });
  afterEach(async () => {
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });

  it.each(['cut-before', 'cut-after'] as const)(
    'an acknowledgement whose connection broke (%s) is made again',
    async (kind) => {
      discord.fails({ route: /callback$/u, kind });
      const reply = await discord.member('anna').runs('ask', { question: 'How long did the talks last?' });
      expect(reply.failed).toBeUndefined();
      expect(reply.messages.map(({ text }) => text)).toEqual([expect.stringContaining('15 hours')]);
    },
  );

  it('a thread whose messages could not be read at once is read again', async () => {
    const thread = discord.thread(discord.general, { name: 'talks' });
    const anna = discord.member('anna');
    await anna.says('<@BOT> How long did the talks last?', { in: thread });
    discord.fails({ route: /^GET .*\/messages$/u, kind: 'cut-before' });
    const reply = await anna.runs('digest', {}, { in: thread });
    expect(reply.messages.map(({ text }) => text).join('\n')).toContain('talks');
    expect(reply.messages[0]?.text).not.toContain('Something went wrong');
  });

  it('what was shared in vain can be shared again', async () => {
    const anna = discord.member('anna');
    const { messages } = await anna.runs('ask', { question: 'Who met in Geneva?', private: true });
    const [message] = messages;
    if (message === undefined) throw new Error('There is no answer.');
    discord.fails({ route: /callback$/u, kind: 'cut-before', times: 2 });
    const lost = await anna.presses(message, 'Share');
    expect(lost.failed).toBe('This application did not respond');
    const shared = await anna.presses(message, 'Share');
    expect(shared.isEphemeral).toBe(false);
    expect(shared.messages[0]?.text).toContain('Geneva');
  });
});
