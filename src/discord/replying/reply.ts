import type { OutgoingMessage } from '../writing/outgoing-message.js';

/** What a handler wants to be shown: one message, or several where one is too long. */
export interface Reply {
  readonly messages: readonly OutgoingMessage[];
  /** The record that the messages show, so that replies to them are understood; `null` for what is not kept. */
  readonly record: string | null;
  /** True for what concerns whoever acted alone: nobody else sees it, also where the reply was to be public. */
  readonly isForOneAlone?: true;
  /** True where nothing was done for whoever asked: it counts against no quota. */
  readonly isFree?: true;
}
