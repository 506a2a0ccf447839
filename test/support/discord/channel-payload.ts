import { ChannelType } from 'discord-api-types/v10';
import { timestamp } from './timestamp.js';
import type { WorldChannel } from './world.js';

export const channelTypes = {
  text: ChannelType.GuildText,
  thread: ChannelType.PublicThread,
  direct: ChannelType.DM,
} as const;

const lastMessageId = ({ messages }: WorldChannel): string | null => messages.at(-1)?.id ?? null;

/** A text channel. */
export function channelPayload(channel: WorldChannel) {
  const { id, guild, name, overwrites } = channel;
  return {
    id,
    type: channelTypes.text,
    flags: 0,
    guild_id: guild?.id ?? '',
    name,
    position: guild?.channels.indexOf(channel) ?? 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: lastMessageId(channel),
    permission_overwrites: [...overwrites],
  };
}

/** A public thread. */
export function threadPayload(channel: WorldChannel) {
  const { id, guild, name, parent, messages } = channel;
  return {
    id,
    type: channelTypes.thread,
    flags: 0,
    guild_id: guild?.id ?? '',
    name,
    parent_id: parent?.id ?? null,
    owner_id: guild?.ownerId ?? '',
    rate_limit_per_user: 0,
    last_message_id: lastMessageId(channel),
    message_count: messages.length,
    total_message_sent: messages.length,
    member_count: 1,
    thread_metadata: {
      archived: false,
      archive_timestamp: timestamp(0),
      auto_archive_duration: 1440 as const,
      locked: false,
      create_timestamp: timestamp(0),
    },
  };
}

export function directPayload(channel: WorldChannel) {
  const { id, recipient } = channel;
  return {
    id,
    type: channelTypes.direct,
    flags: 0,
    last_message_id: lastMessageId(channel),
    recipients: recipient === null ? [] : [recipient],
  };
}

/** Any channel, as `GET /channels/{id}` and interactions have it. */
export function anyChannelPayload(channel: WorldChannel) {
  switch (channel.kind) {
    case 'text':
      return channelPayload(channel);
    case 'thread':
      return threadPayload(channel);
    case 'direct':
      return directPayload(channel);
  }
}
