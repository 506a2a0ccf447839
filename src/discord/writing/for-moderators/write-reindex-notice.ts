import { escapeText } from '../escape-text.js';
import { excerpt } from '../excerpt.js';
import { nobodyMentioned, type OutgoingMessage } from '../outgoing-message.js';
import { readOnlyNote } from './read-only-note.js';

const longestLine = 600;
const mostLines = 4;
const contentLimit = 1950;

export interface NoticeLook {
  /** Whether the server's moderators look after the shared documents, too; else they are told why not. */
  readonly isHome: boolean;
  /** `problem` where something went wrong. */
  readonly kind?: 'notice' | 'problem';
}

/** Sentences of our own, a line each, that may name what others wrote; at most four. */
export function writeReindexNotice(lines: readonly string[], { isHome, kind = 'notice' }: NoticeLook): OutgoingMessage {
  const note = isHome ? '' : `\n-# ${escapeText(readOnlyNote)}`;
  const sign = kind === 'problem' ? '⚠️ ' : '';
  const shown = lines.slice(0, mostLines);
  const room = Math.floor((contentLimit - note.length - sign.length) / shown.length) - 1;
  const written = shown.map((line) => excerpt(line, { longest: longestLine, longestMarkdown: room }).markdown);
  return {
    content: `${sign}${written.join('\n')}${note}`,
    embeds: [],
    components: [],
    allowedMentions: nobodyMentioned,
  };
}
