import type { Guild } from 'discord.js';
import { missingToPost } from './missing-to-post.js';
import { ownChannel } from './own-channel.js';
import type { SettingKey, SettingValues } from './setting-shapes.js';

/** Those of these roles that were deleted, by id. */
export function deletedRoles(roles: readonly string[], guild: Guild | null): readonly string[] {
  // Of a server that Discord does not show just now no role is known: none of them is gone for that.
  return guild?.available === true ? roles.filter((id) => !guild.roles.cache.has(id)) : [];
}

function rolesTrouble(roles: readonly string[], guild: Guild): string | null {
  const { length } = deletedRoles(roles, guild);
  if (length === 0) return null;
  return length === 1
    ? 'one of these roles was deleted: it makes nobody a moderator'
    : `${length} of these roles were deleted: they make nobody a moderator`;
}

function logChannelTrouble(id: string, guild: Guild): string | null {
  const channel = ownChannel(guild, id);
  if (channel === undefined)
    return 'that channel was deleted, so nobody is told anything: /settings server log_channel names another';
  const missing = missingToPost(channel);
  return missing.length === 0
    ? null
    : `I may not post there, so nobody is told anything: give me ${missing.join(' and ')}, or name another channel`;
}

/** What is wrong with something that is set for a server, and what to do; `null` where nothing is, or nobody can tell. */
export function settingTrouble(key: SettingKey, values: SettingValues, guild: Guild | null): string | null {
  if (guild?.available !== true) return null;
  const { 'moderator-roles': roles = [], 'log-channel': logChannel } = values;
  if (key === 'moderator-roles') return rolesTrouble(roles, guild);
  return key === 'log-channel' && logChannel !== undefined ? logChannelTrouble(logChannel, guild) : null;
}
