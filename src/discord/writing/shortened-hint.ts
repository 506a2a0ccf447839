import { escapeText } from './escape-text.js';
import { passageRoom } from './passage-room.js';
import type { ShowOptions } from './show-options.js';

/** Where the rest of the quotes is that were cut, as no or one sentence. `quotes` are whole. */
export function shortenedHint(
  quotes: readonly string[],
  isShortened: boolean,
  { layout, words }: Pick<ShowOptions, 'layout' | 'words'>,
): readonly string[] {
  if (!isShortened) return [];
  const fits = quotes.every((quote) => escapeText(quote).length + '****'.length <= passageRoom[layout].alone);
  return [words.results.cut(fits)];
}
