import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';

/** What a message may look like: `text` where embeds would vanish because the bot lacks the permission for them. */
export type MessageLayout = 'embed' | 'text';

/** A message ready for `reply`, `send` and `editReply`; every list is given, so that an edit replaces all of it. */
export interface OutgoingMessage {
  /** At most 2,000 UTF-16 units; empty only beside an embed. */
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIButtonComponent>[];
  /** Attached to what is new; an edit without any keeps those that are there. */
  readonly files?: readonly { readonly name: string; readonly attachment: Buffer }[];
  readonly allowedMentions: { readonly parse: readonly []; readonly repliedUser: false };
}

/** Nobody is ever called by a message of Parley's. */
export const nobodyMentioned: OutgoingMessage['allowedMentions'] = { parse: [], repliedUser: false };
