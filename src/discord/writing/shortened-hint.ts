import { escapeText } from './escape-text.js';
import type { MessageLayout } from './outgoing-message.js';
import { passageRoom } from './passage-room.js';

/** Where the rest of the quotes is that were cut, as no or one sentence. `quotes` are whole. */
export function shortenedHint(
  quotes: readonly string[],
  isShortened: boolean,
  layout: MessageLayout,
): readonly string[] {
  if (!isShortened) return [];
  const fits = quotes.every((quote) => escapeText(quote).length + '****'.length <= passageRoom[layout].alone);
  return [`Cut at “…”: Show passage has ${fits ? 'it all' : 'more of it'}.`];
}
