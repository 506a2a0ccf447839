import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { channelTypes } from './channel-payload.js';
import { bareMemberPayload } from './guild-payload.js';
import type { MessageOrigin, StoredMessage } from './stored-message.js';
import { timestamp } from './timestamp.js';
import type { World } from './world.js';

/** How far a message's own reply is followed: Discord shows one step. */
type Depth = 'with its reference' | 'alone';

/**
 * True when the bot, which has no MESSAGE_CONTENT, is shown nothing of what the message says: it is somebody else's, in
 * a guild, and does not mention the bot.
 */
export function isBlankFor(world: World, { author, channel, mentions }: StoredMessage): boolean {
  return channel.guild !== null && author.id !== world.bot.id && !mentions.some(({ id }) => id === world.bot.id);
}

function metadataPayload(origin: MessageOrigin): Record<string, unknown> {
  const { interactionId, type, user, owners, messageId, triggeredBy } = origin;
  return {
    id: interactionId,
    type,
    user,
    authorizing_integration_owners: owners,
    ...(type === 2 && messageId !== null ? { target_message_id: messageId } : {}),
    ...(type === 3 ? { interacted_message_id: messageId } : {}),
    ...(type === 5 && triggeredBy !== null ? { triggering_interaction_metadata: metadataPayload(triggeredBy) } : {}),
  };
}

function originPayload(world: World, { origin }: StoredMessage): object {
  if (origin === null) return {};
  const { interactionId, type, user, name } = origin;
  return {
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    interaction_metadata: metadataPayload(origin),
    ...(name === null ? {} : { interaction: { id: interactionId, type, name, user } }),
  };
}

function referencePayload(world: World, { reference, channel }: StoredMessage, depth: Depth): object {
  if (reference === null) return {};
  const { guild } = channel;
  const place = { channel_id: channel.id, message_id: reference.id, ...(guild === null ? {} : { guild_id: guild.id }) };
  const message_reference = { type: 0, ...place };
  if (depth === 'alone') return { message_reference };
  return {
    message_reference,
    referenced_message: reference.isDeleted ? null : messagePayload(world, reference, { depth: 'alone' }),
  };
}

/**
 * A message as Discord sends it to the bot. `isWhole` shows what somebody else wrote although the bot has no
 * MESSAGE_CONTENT, as Discord does with the target of a menu command.
 */
export function messagePayload(
  world: World,
  message: StoredMessage,
  { depth = 'with its reference', isWhole = false }: { readonly depth?: Depth; readonly isWhole?: boolean } = {},
): APIMessage {
  const isBlank = !isWhole && isBlankFor(world, message);
  const { author, mentions, nonce, editedAtMs } = message;
  const payload = {
    id: message.id,
    channel_id: message.channel.id,
    type: message.type,
    author,
    content: isBlank ? '' : message.content,
    embeds: isBlank ? [] : message.embeds,
    components: isBlank ? [] : message.components,
    attachments: isBlank ? [] : message.attachments,
    mentions,
    mention_roles: [],
    mention_everyone: message.mentionsEveryone,
    timestamp: timestamp(message.createdAtMs),
    edited_timestamp: editedAtMs === null ? null : timestamp(editedAtMs),
    flags: message.flags,
    pinned: false,
    tts: false,
    ...(nonce === undefined ? {} : { nonce }),
    ...originPayload(world, message),
    ...referencePayload(world, message, depth),
  };
  return payload as unknown as APIMessage;
}

/** MESSAGE_CREATE and MESSAGE_UPDATE: the message and where it stands. */
export function messageEventPayload(world: World, message: StoredMessage): object {
  const { channel, author } = message;
  const member = channel.guild?.members.get(author.id);
  return {
    ...messagePayload(world, message),
    channel_type: channelTypes[channel.kind],
    ...(channel.guild === null ? {} : { guild_id: channel.guild.id }),
    ...(member === undefined ? {} : { member: bareMemberPayload(member) }),
  };
}

export function isThinking({ flags }: StoredMessage): boolean {
  return (flags & MessageFlags.Loading) !== 0;
}
