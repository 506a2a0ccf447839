import type { Message, SendableChannels } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';
import { noteWhereShown } from '../replying/note-where-shown.js';
import type { Reply } from '../replying/reply.js';
import { retrying } from '../replying/retrying.js';
import { settleError } from '../replying/settle-error.js';
import type { OutgoingMessage } from '../writing/outgoing-message.js';
import { writeNotice } from '../writing/write-notice.js';

/** Tells somebody once, in private, why nothing comes in a channel. */
async function tellWhyNot(message: Message, { log }: Pick<BotParts, 'log'>): Promise<void> {
  const place = message.inGuild() ? `#${message.channel.name}` : 'this channel';
  const notice = `I may not write in ${place}. A moderator can give me View Channel, Send Messages and Embed Links there; until then, use /ask or write to me here.`;
  try {
    await message.author.send(writeNotice(notice, 'problem'));
  } catch (error) {
    log.debug({ because: discordErrorAction(error).because }, 'the member could not be told either');
  }
}

/**
 * Sends a reply as one message that refers to the question, and further parts behind it. Each part has a nonce made of
 * the question's id, so that Discord keeps one of two when a request is repeated.
 */
export async function sendReply(
  message: Message,
  channel: SendableChannels,
  { messages, record }: Reply,
  mayRefer: boolean,
  parts: BotParts,
): Promise<void> {
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
  const wasMuted = parts.muted.isMuted(channel.id);
  try {
    for (const [index, part] of messages.entries()) shown.push((await send(part, index)).id);
    await noteWhereShown(record, shown, parts);
  } catch (error) {
    const { apology } = settleError(error, 'deliver', channel.id, parts);
    if (!wasMuted && parts.muted.isMuted(channel.id)) await tellWhyNot(message, parts);
    // What is shown already stays, and needs no apology.
    if (apology === null || shown.length > 0) return;
    await send(apology, messages.length).catch((again: unknown) => settleError(again, 'deliver', channel.id, parts));
  }
}
