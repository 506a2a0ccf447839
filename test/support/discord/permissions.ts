import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { WorldChannel, WorldGuild } from './world.js';

export const allPermissions = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

/** What @everyone may do in a server that nobody configured. */
export const everyonePermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands;

/** In a direct channel everybody may do what makes sense there. */
const directPermissions = everyonePermissions;

function guildPermissions(guild: WorldGuild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return allPermissions;
  const held = guild.roles
    .filter(({ id }) => id === guild.id || member.roles.includes(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  return (held & PermissionFlagsBits.Administrator) === 0n ? held : allPermissions;
}

/** What a user may do in a channel: roles, then the channel's overwrites for everyone, roles and the member. */
export function permissionsIn(channel: WorldChannel, userId: string): bigint {
  const { guild } = channel;
  if (guild === null) return directPermissions;
  const held = guildPermissions(guild, userId);
  if (held === allPermissions) return held;
  const roles = guild.members.get(userId)?.roles ?? [];
  const { overwrites } = channel.parent ?? channel;
  const tiers = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id }) => roles.includes(id)),
    overwrites.filter(({ id }) => id === userId),
  ];
  return tiers.reduce((permissions, tier) => {
    const denied = tier.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
    const allowed = tier.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
    return (permissions & ~denied) | allowed;
  }, held);
}

export function mayIn(channel: WorldChannel, userId: string, permission: bigint): boolean {
  return (permissionsIn(channel, userId) & permission) === permission;
}
