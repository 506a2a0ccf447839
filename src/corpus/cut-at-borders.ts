/** Where a piece stands: UTF-16 units, `start` inclusive, `end` exclusive. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Where the last match of a pattern in a stretch ends, or -1. */
function lastEnd(pattern: RegExp, stretch: string): number {
  let end = -1;
  for (const match of stretch.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** The best border in a window of a text: after a clause, else after a word, else wherever no character is torn apart. */
function border(text: string, start: number, least: number, ideal: number, most: number): number {
  const window = text.slice(start + least, start + most);
  const clause = lastEnd(/[,;:–—)\]”"、，；：](?=\s)|[、，；：]/gu, window);
  if (clause > 0) return start + least + clause;
  const word = lastEnd(/\S(?=\s)/gu, window);
  if (word > 0) return start + least + word;
  const cut = start + ideal;
  const unit = text.charCodeAt(cut);
  const tearsPair = unit >= 0xdc00 && unit <= 0xdfff;
  return tearsPair ? cut - 1 : cut;
}

/**
 * Cuts a stretch of a text into pieces of at most `limit` UTF-16 units and of about equal length, without white space
 * around them: after a clause if one ends near there, else between words, else inside a word but never inside a
 * surrogate pair.
 */
export function cutAtBorders(text: string, from: number, to: number, limit: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  while (start < to) {
    const rest = to - start;
    const ideal = Math.ceil(rest / Math.ceil(rest / limit));
    const most = Math.min(limit, Math.ceil(ideal * 1.2));
    const end = rest <= limit ? to : border(text, start, Math.floor(ideal / 2), ideal, most);
    const piece = text.slice(start, end);
    const leading = piece.length - piece.trimStart().length;
    if (leading < piece.length) pieces.push({ start: start + leading, end: start + piece.trimEnd().length });
    start = end;
  }
  return pieces;
}
