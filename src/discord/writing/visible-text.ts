const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029\u2800]/gu;
// Controls, bidirectional marks, tag characters and whatever else takes no room: a line would read as something that it
// does not say, or carry what nobody sees. Joiners go as well, so that a joined emoji falls into its parts.
const invisible = /(?!\uFE0F)[\p{Cc}\uFFF9-\uFFFB\p{Default_Ignorable_Code_Point}]/gu;
/** Makes an emoji of a character that is else drawn as a letter is, and is nothing anywhere else. */
const strayEmojiStyle = /(?<!\p{Emoji})\uFE0F/gu;

/** Prefix-stable: what stands before an offset does not depend on what comes after it. */
function cleaned(wellFormed: string): string {
  return wellFormed
    .replaceAll(lineBreaks, ' ')
    .replaceAll(invisible, '')
    .replaceAll(strayEmojiStyle, '')
    .replaceAll(/\s{2,}/gu, ' ')
    .trimStart();
}

/**
 * A text as a reader should see it, in one line: line breaks and runs of spaces become one space, invisible characters
 * go, half surrogate pairs become U+FFFD. Nothing is escaped yet.
 */
export function visibleText(text: string): string {
  return cleaned(text.toWellFormed()).trimEnd();
}

/** Where a stretch of a text lies in its visible form; `null` when nothing of it is left. */
export function visibleSpan(text: string, start: number, end: number): readonly [from: number, to: number] | null {
  const wellFormed = text.toWellFormed();
  const outside = (offset: number, step: -1 | 1): number =>
    /^[\uDC00-\uDFFF]/.test(wellFormed.slice(offset, offset + 1)) ? offset + step : offset;
  const whole = visibleText(text);
  let from = Math.min(cleaned(wellFormed.slice(0, outside(start, -1))).length, whole.length);
  let to = Math.min(cleaned(wellFormed.slice(0, outside(end, 1))).length, whole.length);
  while (from < to && whole[from] === ' ') from += 1;
  while (from < to && whole[to - 1] === ' ') to -= 1;
  return from < to ? [from, to] : null;
}
