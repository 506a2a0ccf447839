import { type APIMessage, EmbedType, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';
import { settleError } from '../replying/settle-error.js';
import { opensWithQuestion } from '../writing/opening-lines.js';
import type { MessageLayout, OutgoingMessage } from '../writing/outgoing-message.js';

/** A message of Parley's own as it stands in Discord. */
export interface OwnMessage {
  readonly id: string;
  readonly layout: MessageLayout;
  /** Whether the question stands above the answer. */
  readonly isEchoed: boolean;
}

/**
 * Why a request came to nothing: the message is `gone`, the channel is `closed` to us (as gone as well, archived, or
 * without the permission), Discord has a fault and may do it `later`, or it refuses what was sent: `never`.
 */
export type Refused = 'gone' | 'closed' | 'later' | 'never';

type Parts = Pick<BotParts, 'client' | 'log' | 'muted' | 'onFatal'>;

function refusedFor(error: unknown, parts: Parts): Refused {
  if ((error as { readonly code?: unknown } | null)?.code === RESTJSONErrorCodes.UnknownMessage) return 'gone';
  const action = discordErrorAction(error).do;
  // Not being allowed to change old messages says nothing about new ones: the channel is not muted.
  settleError(error, 'deliver', null, parts);
  if (action === 'retry-later' || action === 'exit') return 'later';
  return action === 'alert' || action === 'warn' ? 'never' : 'closed';
}

/**
 * The messages among some ids that Parley wrote, in their order, each asked for once: where an answer was shown, ids of
 * interactions and of members' questions were noted as well.
 */
export async function findOwnMessages(
  channel: string,
  ids: readonly string[],
  parts: Parts,
): Promise<readonly OwnMessage[] | Exclude<Refused, 'gone'>> {
  const { client } = parts;
  const own: OwnMessage[] = [];
  for (const id of ids) {
    try {
      const message = (await client.rest.get(Routes.channelMessage(channel, id))) as APIMessage;
      if (message.author.id !== client.user?.id) continue;
      // A preview of a link is an embed as well, and not ours.
      const layout = message.embeds.some(({ type }) => type === EmbedType.Rich) ? 'embed' : 'text';
      own.push({ id, layout, isEchoed: opensWithQuestion(message.content) });
    } catch (error) {
      const refused = refusedFor(error, parts);
      if (refused !== 'gone') return refused;
    }
  }
  return own;
}

/** Replaces all of a message of Parley's; harmless when done twice. `null` when it is done. */
export async function editOwnMessage(
  channel: string,
  id: string,
  { content, embeds, components, allowedMentions }: OutgoingMessage,
  parts: Parts,
): Promise<Refused | null> {
  const mentions = { parse: allowedMentions.parse, replied_user: allowedMentions.repliedUser };
  const body = { content, embeds, components, allowed_mentions: mentions };
  try {
    await parts.client.rest.patch(Routes.channelMessage(channel, id), { body });
    return null;
  } catch (error) {
    return refusedFor(error, parts);
  }
}
