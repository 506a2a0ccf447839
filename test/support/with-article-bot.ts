import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Desk } from '#src/desk.js';
import { openArticleDesk } from './article-desk.js';
import { type Loopback, startLoopback } from './discord/loopback.js';
import { type RunningBot, runBotAgainst } from './run-bot-against.js';

export interface ArticleBot {
  readonly discord: Loopback;
  readonly desk: Desk;
  readonly bot: RunningBot;
}

/**
 * Each test of a file has a loopback Discord of its own, and in it a bot that answers from the article; afterwards
 * nothing that the bot did may be against Discord's rules.
 *
 * @param given Called before each test.
 */
export function withArticleBot(given: (here: ArticleBot) => void): void {
  let desk: Desk;
  let discord: Loopback;
  let bot: RunningBot;
  beforeAll(async () => {
    desk = await openArticleDesk();
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    discord = await startLoopback();
    bot = await runBotAgainst(discord, { desk });
    given({ discord, desk, bot });
  });
  afterEach(async () => {
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
}
