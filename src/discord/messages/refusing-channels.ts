import type { Channel } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import type { ChannelRights } from './channel-rights.js';

/** Channels that refuse what the bot sends, and what was known of its rights in them then. */
export interface RefusingChannels {
  /**
   * Whether nothing is sent to a channel for now: it is muted, and nothing more is known than when it refused. Once a
   * moderator changed the bot's rights there, what is known of them wins.
   */
  isLeftAlone(channel: Channel, rights: ChannelRights | null): boolean;
  /** A channel refused what was sent, though nothing was known against it. */
  note(channel: Channel, rights: ChannelRights | null): void;
}

function asKey({ maySend, mayReadHistory, mayEmbed }: ChannelRights): string {
  return [maySend, mayReadHistory, mayEmbed].join();
}

export function createRefusingChannels({ muted }: Pick<BotParts, 'muted'>): RefusingChannels {
  const refusedWith = new WeakMap<Channel, string>();
  return {
    isLeftAlone(channel, rights) {
      if (!muted.isMuted(channel.id)) return false;
      return rights === null || refusedWith.get(channel) === asKey(rights);
    },
    note(channel, rights) {
      if (rights !== null) refusedWith.set(channel, asKey(rights));
    },
  };
}
