import { pick } from '../bench/seeded-random.js';
import { commandActs } from './command-acts.js';
import { type Act, somewhere } from './scene.js';
import type { Place, Stage } from './stage.js';
import { chatter, questions } from './talk.js';

/** Something said to the bot. */
const mention =
  (places: (stage: Stage) => readonly Place[], text: (random: () => number) => string): Act =>
  async ({ event, stage, ledger, random }) => {
    const { place, actor } = somewhere(places(stage), random);
    const sentAt = performance.now();
    const message = await actor.says(text(random), { in: place.channel });
    const answer = await ledger.answerTo(event, message, sentAt);
    if (answer !== undefined) stage.shows({ message: answer, place, owner: null });
  };

/** A reply to what the bot showed, without naming it: a follow-up. */
const replyToBot: Act = async (scene) => {
  const { event, discord, stage, ledger, random } = scene;
  const found = stage.shown.filter(({ owner }) => owner === null);
  if (found.length === 0) return commandActs.ask(scene);
  const { message, place } = pick(found, random);
  if (discord.look(message) === undefined) return;
  const sentAt = performance.now();
  const followUp = await pick(place.people, random).says(pick(questions, random), {
    in: place.channel,
    replyTo: message,
  });
  const answer = await ledger.answerTo(event, followUp, sentAt);
  if (answer !== undefined) stage.shows({ message: answer, place, owner: null });
};

/** Somebody corrects their question while it is being answered; that asks nothing again. */
const editedMention: Act = async ({ event, stage, ledger, random }) => {
  const { place, actor } = somewhere(stage.channels, random);
  const sentAt = performance.now();
  const message = await actor.says(`<@BOT> ${pick(questions, random)}`, { in: place.channel });
  actor.edits(message, `<@BOT> ${pick(questions, random)}`);
  await ledger.answerTo(event, message, sentAt);
};

const talkAmongMembers: Act = async ({ event, stage, ledger, random }) => {
  const { place, actor } = somewhere([...stage.channels, ...stage.threads], random);
  ledger.bookChatter(event, await actor.says(pick(chatter, random), { in: place.channel }));
};

/** What is written where others read it, and in direct messages. */
export const messageActs = {
  mention: mention(
    ({ channels }) => channels,
    (random) => `<@BOT> ${pick(questions, random)}`,
  ),
  mentionInThread: mention(
    ({ threads }) => threads,
    (random) => `${pick(questions, random)} <@BOT>`,
  ),
  bareMention: mention(
    ({ channels }) => channels,
    () => '<@BOT>',
  ),
  direct: mention(
    ({ directs }) => directs,
    (random) => pick(questions, random),
  ),
  editedMention,
  replyToBot,
  talkAmongMembers,
} as const satisfies Readonly<Record<string, Act>>;
