import type { Message } from 'discord.js';
import type { Asking } from '../answering/turns-before.js';
import { maySeeChannel } from './may-see-channel.js';

/** Who reads what is made of a message: whoever asks, and unless it is private everybody else in the place. */
export type Readers = Pick<Asking, 'asker' | 'isPrivate'>;

type Written = Pick<Message, 'content' | 'channelId' | 'guild' | 'mentions' | 'client'>;

/** Discord's markup for people, roles, channels, commands and emoji; ids have 17 to 20 digits. */
const markup =
  /<(?:(?<kind>@[!&]?|#)(?<id>\d{17,20})|\/(?<command>[^:<>\n]{1,100}):\d{17,20}|a?:(?<emoji>\w{1,32}):\d{17,20})>/gu;

function channelNamed({ guild, channelId }: Written, id: string, { asker, isPrivate }: Readers): string {
  const channel = guild?.channels.cache.get(id);
  if (guild == null || channel === undefined) return '#channel';
  const readers = isPrivate ? [asker] : [asker, guild.id];
  const isSeen = id === channelId || readers.every((reader) => maySeeChannel(channel, reader));
  return isSeen ? `#${channel.name}` : '#channel';
}

function personNamed({ guild, mentions }: Written, id: string): string {
  const person = guild?.members.cache.get(id) ?? mentions.users.get(id);
  return `@${person?.displayName ?? 'member'}`;
}

/**
 * What a person wrote, with names in place of mentions, and without that of the bot: whom something is said to is no part
 * of it. Empty when there is no text.
 *
 * discord.js has this too (`cleanContent`), but looks names up in everything the bot ever saw. Here a name stands only
 * where its readers see it anyway: a channel of the same server that they may view, a person whom Discord names with the
 * message or who is known in the same server, a role of the same server. Else it is “#channel”, “@member” or “@role”.
 */
export function textOfMessage(message: Written, readers: Readers): string {
  const { content, guild, client } = message;
  return content
    .replaceAll(mentionOf(client.user.id), ' ')
    .replaceAll(markup, (whole, ...groups) => {
      const { kind, id = '', command, emoji } = groups.at(-1) as Readonly<Record<string, string | undefined>>;
      if (command !== undefined) return `/${command}`;
      if (emoji !== undefined) return `:${emoji}:`;
      switch (kind) {
        case '#':
          return channelNamed(message, id, readers);
        case '@&':
          return `@${guild?.roles.cache.get(id)?.name ?? 'role'}`;
        case '@':
        case '@!':
          return personNamed(message, id);
        default:
          return whole;
      }
    })
    .trim();
}

/** How a message mentions somebody. */
export function mentionOf(user: string): RegExp {
  return new RegExp(`<@!?${user}>`, 'gu');
}
