import type { BotParts } from '../bot-parts.js';

/**
 * A moderator in a line of the log channel, where nothing is filled in by Discord: their user name, which nobody else has,
 * or their id.
 */
export function nameOf(user: string, { client }: Pick<BotParts, 'client'>): string {
  const name = client.users.cache.get(user)?.username;
  return name === undefined ? user : `@${name}`;
}
