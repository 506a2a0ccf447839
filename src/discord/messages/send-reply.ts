import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';
import { noteWhereShown } from '../replying/note-where-shown.js';
import type { Reply } from '../replying/reply.js';
import { retrying } from '../replying/retrying.js';
import { settleError } from '../replying/settle-error.js';
import type { Words } from '../wording/words.js';
import type { OutgoingMessage } from '../writing/outgoing-message.js';
import { writeNotice } from '../writing/write-notice.js';
import type { Begun } from './growing-reply.js';
import type { SendPart } from './part-sender.js';
import type { Missing } from './tell-why-not.js';

function missingFor(error: unknown): Missing {
  const { CannotReplyWithoutPermissionToReadMessageHistory: noHistory } = RESTJSONErrorCodes;
  return error instanceof DiscordAPIError && error.code === noHistory ? 'history' : 'send';
}

/** Discord takes nothing from the bot in a channel. */
export interface Refusal {
  readonly missing: Missing;
  /** Whether the channel was not known to refuse before: then somebody may be told. */
  readonly isFirst: boolean;
}

/** How the parts of a reply come into their channel. */
export interface Sending {
  readonly channel: string;
  /** Of those who read there. */
  readonly words: Words;
  readonly send: SendPart;
  /** What was shown of the first part before it was whole: the reply takes its place. */
  readonly begun: Begun;
}

/**
 * Sends a reply as one message that refers to the question, and further parts behind it.
 *
 * @returns `null`, also when something else went wrong, which is settled then
 */
export async function sendReply(
  { messages, record }: Reply,
  { channel, words, send, begun }: Sending,
  parts: BotParts,
): Promise<Refusal | null> {
  const shown: string[] = [];
  /** What stands in the channel and is not the reply yet. */
  let ahead = begun === 'unknown' ? null : begun;

  async function sendNew(part: OutgoingMessage, index: number): Promise<void> {
    // An apology in place of the first part has to say whom it is for, too.
    shown.push((await retrying(() => send(part, index, shown.length === 0), parts)).id);
  }

  async function sendFirst(part: OutgoingMessage): Promise<void> {
    if (begun === null) return sendNew(part, 0);
    // Sent once more, it is the message that was sent before, as it was then.
    const message = begun === 'unknown' ? await retrying(() => send(part, 0, true), parts) : begun;
    ahead = message;
    await retrying(() => message.edit({ ...part }), parts);
    ahead = null;
    shown.push(message.id);
  }

  async function apologise(apology: OutgoingMessage): Promise<void> {
    if (ahead === null) await sendNew(apology, messages.length);
    else await ahead.edit({ ...apology });
  }

  let refusal: Refusal | null = null;
  try {
    for (const [index, part] of messages.entries()) await (index === 0 ? sendFirst(part) : sendNew(part, index));
  } catch (error) {
    const isFirst = !parts.muted.isMuted(channel);
    const { mayApologise } = settleError(error, 'deliver', channel, parts);
    if (discordErrorAction(error).do === 'mute-channel') refusal = { missing: missingFor(error), isFirst };
    if (mayApologise) {
      const apology = writeNotice(words.notices.apologies.notShown, 'problem');
      await apologise(apology).catch((again: unknown) => settleError(again, 'deliver', channel, parts));
    }
  }
  if (shown.length > 0) await noteWhereShown(record, shown, parts);
  return refusal;
}
