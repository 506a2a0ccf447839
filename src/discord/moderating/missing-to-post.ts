import { type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';

/** What the bot needs and does not have to post in a channel, by the names that Discord shows; all of it when not known. */
export function missingToPost(channel: GuildBasedChannel): readonly string[] {
  const { me } = channel.guild.members;
  // Of a server that is not there yet discord.js knows no roles, and fails over their permissions.
  const held = me === null || !channel.guild.available ? null : channel.permissionsFor(me);
  const needed = [
    ['View Channel', PermissionFlagsBits.ViewChannel],
    ['Send Messages', PermissionFlagsBits.SendMessages],
  ] as const;
  return needed.filter(([, permission]) => held?.has(permission) !== true).map(([name]) => name);
}
