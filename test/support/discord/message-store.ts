import { GatewayIntentBits, MessageFlags, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Changes } from './changes.js';
import type { EventFeed } from './event-feed.js';
import { messageEventPayload } from './message-payload.js';
import { mayIn } from './permissions.js';
import type { StoredMessage } from './stored-message.js';
import type { World, WorldChannel, WorldUser } from './world.js';

export type MessageContents = Pick<StoredMessage, 'content' | 'embeds' | 'components' | 'attachments' | 'flags'> &
  Pick<StoredMessage, 'mentions' | 'mentionsEveryone'>;

export interface MessageDraft extends Partial<MessageContents> {
  readonly channel: WorldChannel;
  readonly author: WorldUser;
  readonly nonce?: string | number | undefined;
  readonly origin?: StoredMessage['origin'];
  readonly reference?: StoredMessage | null;
  readonly onlyFor?: string | null;
}

/** The one place where messages are made, changed and taken away, and where the bot is told. */
export interface MessageStore {
  create(draft: MessageDraft): StoredMessage;
  /** `isFirst` is the answer to a deferral: no edit to whoever reads it. */
  edit(message: StoredMessage, contents: Partial<MessageContents>, isFirst?: boolean): void;
  remove(message: StoredMessage): void;
  /** The message, while it exists and is shown to others than one member. */
  find(channel: WorldChannel, id: string): StoredMessage | undefined;
}

function typeOf({ origin, reference }: MessageDraft): MessageType {
  if (reference !== undefined && reference !== null) return MessageType.Reply;
  if (origin?.type === 2)
    return origin.messageId === null ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
  return MessageType.Default;
}

export function createMessageStore(world: World, feed: EventFeed, changes: Changes): MessageStore {
  function publish(name: string, message: StoredMessage, data: object): void {
    const { guild } = message.channel;
    changes.announce();
    if (message.onlyFor !== null) return;
    if (!mayIn(message.channel, world.bot.id, PermissionFlagsBits.ViewChannel)) return;
    const intent = guild === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
    feed.publish({ name, data, guildId: guild?.id ?? null, intent });
  }

  return {
    create(draft) {
      const message: StoredMessage = {
        id: world.ids.next(),
        channel: draft.channel,
        author: draft.author,
        type: typeOf(draft),
        createdAtMs: Date.now(),
        nonce: draft.nonce,
        origin: draft.origin ?? null,
        reference: draft.reference ?? null,
        onlyFor: draft.onlyFor ?? null,
        content: draft.content ?? '',
        embeds: draft.embeds ?? [],
        components: draft.components ?? [],
        attachments: draft.attachments ?? [],
        flags: draft.flags ?? 0,
        mentions: draft.mentions ?? [],
        mentionsEveryone: draft.mentionsEveryone ?? false,
        editedAtMs: null,
        edits: 0,
        isDeleted: false,
      };
      draft.channel.messages.push(message);
      publish('MESSAGE_CREATE', message, messageEventPayload(world, message));
      return message;
    },
    edit(message, contents, isFirst = false) {
      Object.assign(message, contents);
      message.flags &= ~MessageFlags.Loading;
      if (!isFirst) {
        message.editedAtMs = Date.now();
        message.edits += 1;
      }
      publish('MESSAGE_UPDATE', message, messageEventPayload(world, message));
    },
    remove(message) {
      message.isDeleted = true;
      const { id, channel } = message;
      publish('MESSAGE_DELETE', message, {
        id,
        channel_id: channel.id,
        ...(channel.guild === null ? {} : { guild_id: channel.guild.id }),
      });
    },
    find: (channel, id) =>
      channel.messages.find((message) => message.id === id && !message.isDeleted && message.onlyFor === null),
  };
}
