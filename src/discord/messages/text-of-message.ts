import type { Message } from 'discord.js';
import { cleanContent } from 'discord.js';

/**
 * What a person wrote, with the names of people and channels in place of their mentions, and without that of the bot:
 * whom something is said to is no part of it. Empty when there is no text.
 */
export function textOfMessage({ content, channel, client }: Pick<Message, 'content' | 'channel' | 'client'>): string {
  return cleanContent(content.replaceAll(mentionOf(client.user.id), ' '), channel).trim();
}

/** How a message mentions somebody. */
export function mentionOf(user: string): RegExp {
  return new RegExp(`<@!?${user}>`, 'gu');
}
