import { ChannelType, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';

/**
 * Whether somebody sees that a channel is there; false when it is not known.
 *
 * @param reader A member's id, or the server's own for everybody in it
 */
export function maySeeChannel(channel: GuildBasedChannel, reader: string): boolean {
  // Of a server that is not there yet discord.js knows no roles, and fails over their permissions.
  if (!channel.guild.available) return false;
  // Who is in a private thread is not known; whoever manages threads sees them all.
  const needed =
    channel.type === ChannelType.PrivateThread
      ? [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ManageThreads]
      : [PermissionFlagsBits.ViewChannel];
  return channel.permissionsFor(reader)?.has(needed) ?? false;
}
