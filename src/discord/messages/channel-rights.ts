import { type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';

export interface ChannelRights {
  readonly maySend: boolean;
  /** Without it, a reply that refers to a message is refused. */
  readonly mayReadHistory: boolean;
  /** Without it, embeds vanish. */
  readonly mayEmbed: boolean;
}

/** What the bot may do in a channel of a server; `null` when Discord has not told, as in a server that is not there yet. */
export function channelRights(channel: GuildTextBasedChannel): ChannelRights | null {
  const { me } = channel.guild.members;
  const permissions = me === null || !channel.guild.available ? null : channel.permissionsFor(me);
  if (permissions === null) return null;
  return {
    maySend: permissions.has(
      channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages,
    ),
    mayReadHistory: permissions.has(PermissionFlagsBits.ReadMessageHistory),
    mayEmbed: permissions.has(PermissionFlagsBits.EmbedLinks),
  };
}
