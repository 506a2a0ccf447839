import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../support/discord/actor.js';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import {
  type Grounds,
  type ModeratedBot,
  moderatorIn,
  prepareGrounds,
  runModeratedBot,
} from '../../support/moderated-bot.js';
import { onlyMessage } from '../../support/only-message.js';
import { type WatchedState, watchedState } from './watched-state.js';

const notes =
  'The observers counted 12 violations of the ceasefire in Hama in the first week.\n\nThey will return in spring.';
const bridge = 'The bridge of Kotor was painted green in 1990 by three sailors from Naples.';
const asked = 'What did the observers count in Hama?';

let grounds: Grounds;
let discord: Loopback;
let bot: ModeratedBot;
let watched: WatchedState;
let maria: Actor;
let anna: Actor;

beforeAll(async () => {
  grounds = await prepareGrounds();
}, 60_000);
afterAll(() => grounds.close());
beforeEach(async () => {
  discord = await startLoopback();
  watched = watchedState();
  const limits = { correctEveryMs: 20, editEveryMs: 0, editInChannelEveryMs: 0 };
  bot = await runModeratedBot(discord, grounds, { limits, around: watched.around });
  maria = moderatorIn(discord, 'maria');
  anna = discord.member('anna');
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  await rm(bot.folder, { recursive: true, force: true });
  expect(discord.violations).toEqual([]);
});

/** Publishes what is staged, and waits until all that cites what changed was looked through. */
async function publishes(): Promise<void> {
  const before = watched.count;
  await maria.presses(onlyMessage(await maria.runs('reindex run')), 'Publish');
  await watched.corrections(before + 1);
}

it.each([
  ['one of two documents', true],
  ['the last document', false],
])('an answer is corrected once %s of a server went', async (_, hasOther) => {
  const { id } = discord.home;
  await bot.stage(id, 'notes', notes);
  if (hasOther) await bot.stage(id, 'bridge', bridge);
  await publishes();
  const answer = onlyMessage(await anna.runs('ask', { question: asked }));
  await watched.placed(answer);
  expect(answer.text).toContain('12 violations');
  await bot.stageRemoval(id, 'notes');
  await publishes();
  expect(discord.look(answer)?.text).toMatch(/Corrected on .*: the documents changed\./u);
  expect(discord.look(answer)?.text).toContain('~~“The observers counted');
});
