import { termsOf } from './terms.js';
import { wordTokensOf } from './word-tokens.js';

/** A text cut at its words: the pieces together are the whole of it. */
export interface PiecedText {
  /** In reading order, white space at their ends cut off; some are empty. */
  readonly pieces: readonly string[];
  readonly words: readonly PiecedWord[];
}

export interface PiecedWord {
  /** In small letters. */
  readonly lower: string;
  /** `undefined` for a stop word. */
  readonly term: string | undefined;
  /** Its place in `pieces`. */
  readonly piece: number;
}

/** Each part is a piece, and so is what stands before, between and after them: that of part `i` is `pieceAt(i)`. */
export function piecesAround(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
): readonly string[] {
  let from = 0;
  const pieces: string[] = [];
  for (const { start, end } of parts) {
    pieces.push(text.slice(from, start).trim(), text.slice(start, end));
    from = end;
  }
  return [...pieces, text.slice(from).trim()];
}

export function pieceAt(part: number): number {
  return 2 * part + 1;
}

/** A text cut at all its words. */
export function pieceText(text: string): PiecedText {
  const tokens = wordTokensOf(text);
  return {
    pieces: piecesAround(text, tokens),
    words: tokens.map(({ word, lower }, at) => ({ lower, term: termsOf(word)[0], piece: pieceAt(at) })),
  };
}
