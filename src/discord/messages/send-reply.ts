import { DiscordAPIError, type Message, RESTJSONErrorCodes, type SendableChannels } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';
import { noteWhereShown } from '../replying/note-where-shown.js';
import type { Reply } from '../replying/reply.js';
import { retrying } from '../replying/retrying.js';
import { settleError } from '../replying/settle-error.js';
import type { Words } from '../wording/words.js';
import type { OutgoingMessage } from '../writing/outgoing-message.js';
import { writeNotice } from '../writing/write-notice.js';
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

/**
 * Sends a reply as one message that refers to the question, and further parts behind it. Each part has a nonce made of
 * the question's id, so that Discord keeps one of two when a request is repeated.
 *
 * @returns `null`, also when something else went wrong, which is settled then
 */
export async function sendReply(
  message: Message,
  channel: SendableChannels,
  { messages, record }: Reply,
  { mayRefer, words }: { readonly mayRefer: boolean; readonly words: Words },
  parts: BotParts,
): Promise<Refusal | null> {
  const shown: string[] = [];
  const send = async (part: OutgoingMessage, index: number): Promise<{ readonly id: string }> => {
    const unique = { nonce: `${message.id}-${index}`, enforceNonce: true };
    // An apology in place of the first part has to say whom it is for, too.
    const refers = mayRefer && shown.length === 0;
    return retrying<{ readonly id: string }>(
      () => (refers ? message.reply({ ...part, ...unique }) : channel.send({ ...part, ...unique })),
      parts,
    );
  };
  let refusal: Refusal | null = null;
  try {
    for (const [index, part] of messages.entries()) shown.push((await send(part, index)).id);
  } catch (error) {
    const isFirst = !parts.muted.isMuted(channel.id);
    const { mayApologise } = settleError(error, 'deliver', channel.id, parts);
    if (discordErrorAction(error).do === 'mute-channel') refusal = { missing: missingFor(error), isFirst };
    if (mayApologise) {
      const apology = writeNotice(words.notices.apologies.notShown, 'problem');
      await send(apology, messages.length).catch((again: unknown) => settleError(again, 'deliver', channel.id, parts));
    }
  }
  if (shown.length > 0) await noteWhereShown(record, shown, parts);
  return refusal;
}
