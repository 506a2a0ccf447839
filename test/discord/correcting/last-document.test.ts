import { expect, it } from 'vitest';
import type { Actor } from '../../support/discord/actor.js';
import type { Loopback } from '../../support/discord/loopback.js';
import { type Grounds, type ModeratedBot, moderatorIn, runModeratedBot } from '../../support/moderated-bot.js';
import { endOf } from '../../support/moderator-at-work.js';
import { onlyMessage } from '../../support/only-message.js';
import { withModeratedBot } from '../../support/with-moderated-bot.js';
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

withModeratedBot(
  async (place) => {
    ({ discord, grounds } = place);
    watched = watchedState();
    const limits = { correctEveryMs: 20, editEveryMs: 0, editInChannelEveryMs: 0 };
    bot = await runModeratedBot(discord, grounds, { limits, around: watched.around });
    maria = moderatorIn(discord, 'maria');
    anna = discord.member('anna');
  },
  () => bot,
);

/** Publishes what is staged, and waits until all that cites what changed was looked through. */
async function publishes(): Promise<void> {
  const before = watched.count;
  await maria.presses(await endOf(maria.runs('reindex run')), 'Publish');
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
