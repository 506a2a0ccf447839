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

/** Each word is a piece, and so is what stands between two. */
export function pieceText(text: string): PiecedText {
  const pieces: string[] = [];
  const words: PiecedWord[] = [];
  let from = 0;
  for (const { start, end, word, lower } of wordTokensOf(text)) {
    pieces.push(text.slice(from, start).trim(), text.slice(start, end));
    words.push({ lower, term: termsOf(word)[0], piece: pieces.length - 1 });
    from = end;
  }
  pieces.push(text.slice(from).trim());
  return { pieces, words };
}
