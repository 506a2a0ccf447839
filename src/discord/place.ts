import {
  type Channel,
  ChannelType,
  type GuildTextBasedChannel,
  type Interaction,
  PermissionFlagsBits,
} from 'discord.js';
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

export interface ChannelRights {
  readonly maySend: boolean;
  /** Without it, a reply that refers to a message is refused. */
  readonly mayReadHistory: boolean;
  /** Without it, embeds vanish. */
  readonly mayEmbed: boolean;
}

/** What the bot may do in a channel of a server, as far as it knows. */
export function rightsIn(channel: GuildTextBasedChannel): ChannelRights {
  const { me } = channel.guild.members;
  const permissions = me === null ? null : channel.permissionsFor(me);
  const may = (permission: bigint): boolean => permissions?.has(permission) ?? true;
  return {
    maySend: may(channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages),
    mayReadHistory: may(PermissionFlagsBits.ReadMessageHistory),
    mayEmbed: may(PermissionFlagsBits.EmbedLinks),
  };
}
