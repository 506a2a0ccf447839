import type { APIAttachment, APIEmbed, APIMessageTopLevelComponent, MessageType } from 'discord-api-types/v10';
import type { WorldChannel, WorldUser } from './world.js';

/** What a message that answers an interaction says about it. */
export interface MessageOrigin {
  readonly interactionId: string;
  readonly type: number;
  readonly user: WorldUser;
  /** The command's name; `null` for buttons and modals. */
  readonly name: string | null;
  readonly owners: Readonly<Record<string, string>>;
  /** Of a button: the message it hung on. Of a menu command: its target. */
  readonly messageId: string | null;
  /** Of a modal: what opened it. */
  readonly triggeredBy: MessageOrigin | null;
}

/** A message as Discord keeps it; edits change it in place. */
export interface StoredMessage {
  readonly id: string;
  readonly channel: WorldChannel;
  readonly author: WorldUser;
  readonly type: MessageType;
  readonly createdAtMs: number;
  readonly nonce: string | number | undefined;
  readonly origin: MessageOrigin | null;
  /** The message it replies to, while that exists; `null` when it is no reply. */
  readonly reference: StoredMessage | null;
  /** The only member who sees it; `null` when everybody in the channel does. */
  readonly onlyFor: string | null;
  content: string;
  embeds: readonly APIEmbed[];
  components: readonly APIMessageTopLevelComponent[];
  attachments: readonly APIAttachment[];
  flags: number;
  mentions: readonly WorldUser[];
  mentionsEveryone: boolean;
  editedAtMs: number | null;
  edits: number;
  isDeleted: boolean;
}
