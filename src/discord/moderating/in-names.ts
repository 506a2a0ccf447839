import type { Guild } from 'discord.js';
import { maySeeChannel } from '../messages/may-see-channel.js';
import { ownChannel } from './own-channel.js';

/** How the settings and the audit log keep a channel and a role: by id, as names change. */
export const channelMark = (id: string): string => `<#${id}>`;
export const roleMark = (id: string): string => `<@&${id}>`;

const marks = /<(#|@&)(\d{17,20})>/gu;

/**
 * A text with names in place of ids of channels and roles. A channel that the reader does not see, that is gone or of
 * another server is “#channel”; such a role is “@role”.
 *
 * @param reader A member's id
 */
export function inNames(text: string, guild: Guild | null, reader: string): string {
  return text.replaceAll(marks, (_, kind: string, id: string) => {
    if (kind === '@&') return `@${guild?.roles.cache.get(id)?.name ?? 'role'}`;
    const channel = ownChannel(guild, id);
    return channel !== undefined && maySeeChannel(channel, reader) ? `#${channel.name}` : '#channel';
  });
}
