import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { madeUpAnswer, madeUpDecline } from '../support/made-up-answer.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { type GuardedServer, startGuardedServer, unseen } from './guarded-server.js';

let desk: Desk;
let server: GuardedServer;
let bot: RunningBot;
let mara: Actor;
let root: Actor;
let hidden: LoopbackChannel;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  server = await startGuardedServer();
  mara = server.member('mara', PermissionFlagsBits.ManageGuild);
  root = server.member('root', PermissionFlagsBits.Administrator);
  hidden = server.closes('board', unseen);
  bot = await runBotAgainst(server, { desk });
});
afterEach(async () => {
  await bot.stop();
  server.stop();
  expect(server.violations).toEqual([]);
});

const inGeneral = 'Which hotel did the ministers stay at?';
const inHidden = 'Who embezzled the budget?';
const inArchived = 'How many trucks came?';

/** Three questions as if they had been asked: in the open, where few look, and in a thread that is no longer listed. */
async function areAsked(answerOf: typeof madeUpDecline): Promise<void> {
  const places = [
    [inHidden, hidden.id],
    [inArchived, '300000000000000001'],
    [inGeneral, server.general.id],
  ] as const;
  for (const [index, [question, channel]] of places.entries()) {
    const id = `R0000000000${index}`;
    const result = { kind: 'answer', question, answer: answerOf(question) } as const;
    const guild = server.general.guildId;
    const asker = mara.id;
    await bot.state.records.keep({ id, result, guild, channel, asker, isPrivate: false, shownAt: Date.now() });
    await bot.state.feedback.dispute({ record: id, member: '1', text: `Wrong: ${question}`, at: index });
  }
}

async function gaps(who: Actor): Promise<string> {
  const reply = await who.runs('gaps', { csv: true });
  const done = await reply.until(({ messages }) => messages[0]?.text.startsWith('Reading') === false);
  const files = await Promise.all(
    done.messages.flatMap(({ fileUrls }) => fileUrls).map(async (url) => (await fetch(url)).text()),
  );
  return [...done.messages.map(({ text }) => text), ...files].join('\n');
}

it('/gaps and its file have what was asked where the moderator looks, and all of it for an administrator', async () => {
  await areAsked(madeUpDecline);
  const shown = await gaps(mara);
  expect(shown).toContain('1 question ');
  expect(shown).toContain(inGeneral);
  expect(shown).not.toMatch(/embezzled|trucks/u);
  const all = await gaps(root);
  for (const question of [inGeneral, inHidden, inArchived]) expect(all).toContain(question);
});

it('/review passes over what is about a channel that the moderator does not see', async () => {
  await areAsked((question) => madeUpAnswer(question, [{ quote: 'So it is.' }]));
  const texts: string[] = [];
  const [first] = (await mara.runs('review')).messages;
  if (first === undefined) expect.fail();
  const [next] = (await mara.presses(first, 'Next')).messages;
  texts.push(first.text, next?.text ?? '');
  for (const text of texts) expect(text).toContain(`Wrong: ${inGeneral}`);
  const [emptied] = (await mara.presses(next ?? first, 'Reject')).messages;
  expect(emptied?.text).toContain('Nothing is open');
  expect([...texts, emptied?.text].join()).not.toMatch(/embezzled|trucks/u);
  expect((await root.runs('review')).messages[0]?.text).toContain(inHidden);
});
