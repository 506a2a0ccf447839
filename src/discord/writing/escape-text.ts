import { visibleText } from './visible-text.js';

/*
 * What Discord reads as markup, one character a match:
 *   \ * _ ~ | ` < > [ ] @    wherever they stand: styles, spoilers, code, mentions, timestamps, emoji, masked links
 *   :                        before // (a bare link) and before another one in the same word (:name: is an emoji)
 *   .                        in discord.gg/… and www. (clients look for invites and links in the unparsed text)
 */
const active = /[\\*_~|`<>[\]@]|:(?=\/\/|[^\s:]*:)|(?<=[\p{L}\d])\.(?=\p{L}[\p{L}\d-]+[/:?#])|(?<=www)\./giu;
/** Heading, list and small print begin a line, also inside of a block quote. */
const atLineStart = /^[#+-]|(?<=^\d+)\.(?=\s|$)/gu;

function activeOffsets(visible: string): ReadonlySet<number> {
  return new Set([...visible.matchAll(active), ...visible.matchAll(atLineStart)].map(({ index }) => index));
}

/**
 * Visible text (see visible-text.ts) as Discord markdown that reads as the text itself: nothing in it is a mark, a link,
 * a mention or the beginning of another block. `bold`, offsets into the text and not empty, is set in bold.
 */
export function escapeVisible(visible: string, bold: readonly [from: number, to: number] | null = null): string {
  const escaped = activeOffsets(visible);
  let markdown = '';
  for (let offset = 0; offset < visible.length; offset += 1) {
    if (offset === bold?.[0]) markdown += '**';
    if (escaped.has(offset)) markdown += '\\';
    markdown += visible[offset];
    if (offset + 1 === bold?.[1]) markdown += '**';
  }
  return markdown;
}

/** Any text as Discord markdown in one line that reads as the text itself, less what nobody sees. */
export function escapeText(text: string): string {
  return escapeVisible(visibleText(text));
}
