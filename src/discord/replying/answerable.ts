import type {
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';

/** What somebody did in Discord that a reply goes to. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/**
 * How the reply appears: `public` and `private` (only the member sees it) as a new message, `update` in place of the
 * message whose button was pressed or opened the form; where there is none, `private`. Fixed once it is acknowledged.
 */
export type Appearance = 'public' | 'private' | 'update';
