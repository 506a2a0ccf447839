import { composeMessages, type Draft } from './compose-messages.js';
import type { OutgoingMessage } from './outgoing-message.js';
import type { ShowOptions } from './show-options.js';

/** How much of what others wrote a draft may show. */
export interface ShowRoom {
  /** Most characters of one quote. */
  readonly quote: number;
  /** Most characters of what was asked. */
  readonly echo: number;
  /** Whether sources carry their addresses, which are long and not read. */
  readonly hasLinks: boolean;
}

/** Below this a result is one message, however many escapes and addresses it needs. */
const oneMessageUpTo = 1200;

const roomy: ShowRoom = { quote: 700, echo: 300, hasLinks: true };
const tighter: readonly ShowRoom[] = [
  { quote: 700, echo: 300, hasLinks: false },
  { quote: 400, echo: 200, hasLinks: false },
  { quote: 200, echo: 120, hasLinks: false },
  { quote: 90, echo: 60, hasLinks: false },
];

const unread = /\\(.)|\]\(<?[^)]*\)|\*\*|^> |^-# /gmu;

function charactersRead({ content, embeds }: OutgoingMessage): number {
  const texts = embeds.flatMap(({ title, description, fields, footer }) => [
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [content, ...texts].reduce((sum, text) => sum + (text ?? '').replaceAll(unread, '$1').length, 0);
}

/** A draft as at most `most` messages, with as much room as that leaves; `null` where even the least is too much. */
export function fitInto(
  draftIn: (room: ShowRoom) => Draft,
  { layout, words }: Pick<ShowOptions, 'layout' | 'words'>,
  most: number,
): readonly OutgoingMessage[] | null {
  for (const room of [roomy, ...tighter]) {
    const messages = composeMessages(draftIn(room), layout, words);
    if (messages.length <= most) return messages;
  }
  return null;
}

/**
 * A draft as messages. When what a reader sees is short and only its markup is too long for one message, addresses go
 * first and then the ends of quotes, so that nobody reads an answer in pieces for the sake of backslashes.
 */
export function fitMessages(
  draftIn: (room: ShowRoom) => Draft,
  { layout, words }: Pick<ShowOptions, 'layout' | 'words'>,
): readonly OutgoingMessage[] {
  const first = composeMessages(draftIn(roomy), layout, words);
  const read = first.reduce((sum, message) => sum + charactersRead(message), 0);
  if (first.length === 1 || read > oneMessageUpTo) return first;
  for (const room of tighter) {
    const messages = composeMessages(draftIn(room), layout, words);
    if (messages.length === 1) return messages;
  }
  return first;
}
