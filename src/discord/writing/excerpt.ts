import { escapeVisible } from './escape-text.js';
import { visibleSpan, visibleText } from './visible-text.js';

/** A text as it is shown: perhaps a part of it, with `…` where something is left out. */
export interface Excerpt {
  readonly markdown: string;
  readonly isShortened: boolean;
}

type Stretch = readonly [from: number, to: number];

const ellipsis = '…';
/** At most this part of an excerpt is given up to end it at a word. */
const mostGivenUp = 0.3;
const fewestShown = 10;

/** Steps back over combining marks, so that none loses its letter; a text of nothing else is cut all the same. */
const mostStepsBack = 24;
const continuesCharacter = /^(?:[\uDC00-\uDFFF]|\p{M}|\p{Emoji_Modifier})/u;

/** The largest cut between `lowest` and `offset` that halves no word, or where words are too long, no character. */
function cutBefore(text: string, offset: number, lowest: number): number {
  if (offset >= text.length) return text.length;
  const space = text.lastIndexOf(' ', offset);
  if (space >= lowest + (offset - lowest) * (1 - mostGivenUp)) return space;
  const fewest = Math.max(lowest, offset - mostStepsBack);
  let cut = offset;
  while (cut > fewest && continuesCharacter.test(text.slice(cut, cut + 2))) cut -= 1;
  return /^[\uDC00-\uDFFF]/.test(text.slice(cut, cut + 1)) ? cut - 1 : cut;
}

/** The first beginning of a word from `offset` on, at most `highest`. */
function wordStartFrom(text: string, offset: number, highest: number): number {
  if (offset <= 0) return 0;
  const space = text.indexOf(' ', offset - 1);
  return space >= 0 && space < highest ? space + 1 : highest;
}

/** Which stretch is kept: the beginning, or, where `bold` would be lost with it, what stands around `bold`. */
function stretchOf(text: string, bold: Stretch | null, longest: number): Stretch {
  if (text.length <= longest) return [0, text.length];
  const room = longest - 2 * ellipsis.length;
  if (bold === null || bold[1] <= room * (1 - mostGivenUp)) return [0, cutBefore(text, room, 0)];
  const lead = Math.max(0, Math.floor((room - (bold[1] - bold[0])) / 2));
  const from = wordStartFrom(text, bold[0] - lead, bold[0]);
  const to = cutBefore(text, from + room, from);
  return [from, bold[1] <= from + room ? Math.max(to, bold[1]) : to];
}

function excerptOf(visible: string, bold: Stretch | null, longest: number): Excerpt {
  const [from, to] = stretchOf(visible, bold, longest);
  const lead = from > 0 ? ellipsis : '';
  const kept = visible.slice(from, to).trimEnd();
  const shift = from - lead.length;
  const boldEnd = Math.min((bold?.[1] ?? 0) - shift, lead.length + kept.length);
  const marked: Stretch | null = bold !== null && bold[0] - shift < boldEnd ? [bold[0] - shift, boldEnd] : null;
  const isShortened = from > 0 || to < visible.length;
  const markdown = escapeVisible(`${lead}${kept}${to < visible.length ? ellipsis : ''}`, marked);
  return { markdown, isShortened };
}

export interface ExcerptRoom {
  /** Most UTF-16 units that a reader sees, at least 10. */
  readonly longest: number;
  /** Most units of markdown; without, what escapes need on top of `longest`: as much again at worst. */
  readonly longestMarkdown?: number;
  /** A stretch of the text to be set in bold and kept, if it can be. */
  readonly bold?: Stretch;
}

/** As much of a text as there is room for, cut at words, in one line and escaped. */
export function excerpt(text: string, { longest, longestMarkdown = Infinity, bold }: ExcerptRoom): Excerpt {
  const visible = visibleText(text);
  const span = bold === undefined ? null : visibleSpan(text, ...bold);
  let tried = Math.min(longest, Math.max(visible.length, fewestShown));
  let shown = excerptOf(visible, span, tried);
  while (shown.markdown.length > longestMarkdown && tried > fewestShown) {
    // In proportion first, then in steps: how many escapes a stretch needs is known only afterwards.
    const fitting = Math.floor((tried * longestMarkdown) / shown.markdown.length);
    tried = Math.max(fewestShown, Math.min(fitting, tried - 1));
    shown = excerptOf(visible, span, tried);
  }
  return shown;
}
