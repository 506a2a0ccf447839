import { languages } from '../wording/language.js';
import type { Words } from '../wording/words.js';
import { wordsOf } from '../wording/words-of.js';
import { excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import type { ShowOptions } from './show-options.js';

function askedLine({ results }: Words): string {
  return `**${results.asked}** `;
}

/** Whether a message begins with what was asked, in any language: it may be older than the one that is spoken now. */
export function opensWithQuestion(content: string): boolean {
  return languages.some((language) => content.startsWith(askedLine(wordsOf(language))));
}

/** What was asked, in lines that begin with a word of ours, so that no question can pass for a source. */
export function openingLines(
  { echo, understoodAs, words }: Pick<ShowOptions, 'echo' | 'understoodAs' | 'words'>,
  room: ShowRoom,
): readonly string[] {
  const shown = (text: string): string => words.quoted(excerpt(text, { longest: room.echo }).markdown);
  return [
    ...(echo === null ? [] : [`${askedLine(words)}${shown(echo)}`]),
    ...(understoodAs === null ? [] : [`-# ${words.results.understoodAs} ${shown(understoodAs)}`]),
  ];
}
