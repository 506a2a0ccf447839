import type { Actor } from './discord/actor.js';
import type { Reply } from './discord/reply.js';
import type { SeenMessage } from './discord/seen-message.js';
import { onlyMessage } from './only-message.js';

/** What stands there while something is under way: `⏳ Publishing…`, `Reading the file …`. */
const underWay = /^⏳|…$/u;

/** The messages of a reply once all is done, however much progress they show before. */
export async function whenDone(reply: Reply): Promise<readonly SeenMessage[]> {
  const { messages } = await reply.until(
    ({ messages: [first] }) => first !== undefined && !underWay.test(first.text),
    'the end of the work',
  );
  return messages;
}

/** What is written in them, one under the other. */
export async function textWhenDone(reply: Reply): Promise<string> {
  return (await whenDone(reply)).map(({ text }) => text).join('\n');
}

/** The one message that stands there once all is done. */
export async function endOf(reply: Promise<Reply>): Promise<SeenMessage> {
  return onlyMessage({ messages: await whenDone(await reply) });
}

/** Presses a button, and gives the one message that stands there in the end. */
export function pressesToTheEnd(who: Actor, message: SeenMessage, button: string): Promise<SeenMessage> {
  return endOf(who.presses(message, button));
}

export interface Publishing {
  readonly question: SeenMessage;
  readonly end: SeenMessage;
  readonly generation: string;
}

const done = /Done: generation (\d{8}-\d{6}-[0-9a-f]{4}) is live/u;

async function confirms(who: Actor, question: SeenMessage, button: string): Promise<Publishing> {
  const end = await pressesToTheEnd(who, question, button);
  const [, generation] = done.exec(end.text) ?? [];
  if (generation === undefined) throw new Error(`Nothing went live: ${end.text}`);
  return { question, end, generation };
}

/** `/reindex run`, and *Publish*. @throws Error when nothing goes live */
export async function publishes(who: Actor): Promise<Publishing> {
  const [question] = await whenDone(await who.runs('reindex run'));
  if (question === undefined) throw new Error('Nobody asks whether to publish.');
  return confirms(who, question, 'Publish');
}

/** `/reindex rollback`, and *Roll back*. @throws Error when nothing goes live */
export async function rollsBack(who: Actor): Promise<Publishing> {
  const [question] = await whenDone(await who.runs('reindex rollback'));
  if (question === undefined) throw new Error('Nobody asks whether to roll back.');
  return confirms(who, question, 'Roll back');
}
