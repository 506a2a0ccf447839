const withoutSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。，！？；：]/u;

/** Words that stand whole in lines, lower case, with their hyphens: what a word parted at a line's end is looked up in. */
export function wordsOfLines(lines: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.toLowerCase().matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu)) words.add(word);
  }
  return words;
}

/**
 * Two lines of a paragraph made one. A hyphen at the end goes, unless the document writes the word with it elsewhere and
 * never without, or what follows is a capital or a figure.
 */
export function joinLines(above: string, below: string, words: ReadonlySet<string>): string {
  const parted = /(\p{L}+)([-\u2010\u00ad])$/u.exec(above);
  const rest = /^\p{Ll}+/u.exec(below)?.[0];
  if (parted !== null && rest !== undefined) {
    const [, first = '', hyphen] = parted;
    const whole = (first + rest).toLowerCase();
    const hyphenated = `${first}-${rest}`.toLowerCase();
    const keepsHyphen = hyphen !== '\u00ad' && words.has(hyphenated) && !words.has(whole);
    return (keepsHyphen ? above : above.slice(0, -1)) + below;
  }
  if (/[\p{L}\p{N}][-\u2010\u2011/—]$/u.test(above)) return above + below;
  const last = above.at(-1) ?? '';
  return withoutSpaces.test(last) && withoutSpaces.test(below[0] ?? '') ? above + below : `${above} ${below}`;
}
