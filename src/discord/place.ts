import { type Channel, ChannelType, type Interaction } from 'discord.js';
import type { Asking } from './answering/turns-before.js';

/** A thread or a direct message is one conversation; a channel holds many at once. */
export function isConversation(channel: Pick<Channel, 'type'> | null): boolean {
  switch (channel?.type) {
    case ChannelType.DM:
    case ChannelType.GroupDM:
    case ChannelType.PublicThread:
    case ChannelType.PrivateThread:
    case ChannelType.AnnouncementThread:
      return true;
    default:
      return false;
  }
}

/** Where and by whom an interaction was made. In a direct message nothing needs to be hidden from others. */
export function askingOf(
  { guildId, channelId, channel, user }: Pick<Interaction, 'guildId' | 'channelId' | 'channel' | 'user'>,
  wantsPrivate: boolean,
): Asking {
  return {
    guild: guildId,
    channel: channelId ?? user.id,
    isConversation: isConversation(channel) || guildId === null,
    asker: user.id,
    isPrivate: wantsPrivate && guildId !== null,
    repliedTo: [],
  };
}

/** How the reply to it appears: a public one, or one that only the member sees. */
export function appearanceOf({ isPrivate }: Pick<Asking, 'isPrivate'>): 'private' | 'public' {
  return isPrivate ? 'private' : 'public';
}
