import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Loopback, startLoopback } from './discord/loopback.js';
import { type Grounds, type ModeratedBot, prepareGrounds } from './moderated-bot.js';

export interface ModeratedPlace {
  readonly discord: Loopback;
  readonly grounds: Grounds;
}

/**
 * Each test of a file has a loopback Discord of its own, and runs a moderated bot in it; afterwards nothing that the bot
 * did may be against Discord's rules.
 *
 * @param given Called before each test.
 * @param bot The one that runs when a test has ended; its folder goes.
 */
export function withModeratedBot(
  given: (place: ModeratedPlace) => void | Promise<void>,
  bot: () => ModeratedBot,
): void {
  let grounds: Grounds;
  let discord: Loopback;
  beforeAll(async () => {
    grounds = await prepareGrounds();
  }, 60_000);
  afterAll(() => grounds.close());
  beforeEach(async () => {
    discord = await startLoopback();
    await given({ discord, grounds });
  });
  afterEach(async () => {
    await bot().stop();
    await discord.stop();
    await rm(bot().folder, { recursive: true, force: true });
    expect(discord.violations).toEqual([]);
  });
}
