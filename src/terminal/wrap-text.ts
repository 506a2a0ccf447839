import { plainText } from './plain-text.js';

/** A stretch of text and how it is marked. */
export interface Run {
  readonly text: string;
  readonly mark?: ((text: string) => string) | undefined;
}

export interface Layout {
  /** Columns a line may have; `Infinity` for no wrapping. */
  readonly width: number;
  /** Put before the first line; the others get as many spaces. */
  readonly lead?: string;
  /** Put before the others instead. */
  readonly hang?: string;
}

const wide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303F\uFF01-\uFF60]/u;
const joining = /\p{M}|[\u200C\u200D]/u;

/** Columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (joining.test(character)) continue;
    columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}

interface Piece {
  readonly text: string;
  readonly shown: string;
  readonly spaceBefore: boolean;
}

/** Words of all runs; a word that a mark begins inside of stays one word, in pieces without a space between. */
function piecesOf(runs: readonly Run[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let spaceBefore = false;
  for (const { text, mark } of runs) {
    for (const part of plainText(text).split(/( +)/u)) {
      if (part === '') continue;
      if (part.startsWith(' ')) {
        spaceBefore = true;
        continue;
      }
      pieces.push({
        text: part,
        shown: mark === undefined ? part : mark(part),
        spaceBefore: spaceBefore && pieces.length > 0,
      });
      spaceBefore = false;
    }
  }
  return pieces;
}

/** Runs as lines of at most `width` columns, broken between words; longer words stand alone. No newline at the end. */
export function wrapText(
  runs: readonly Run[],
  { width, lead = '', hang = ' '.repeat(columnsOf(lead)) }: Layout,
): string {
  const words: Piece[][] = [];
  for (const piece of piecesOf(runs)) {
    if (piece.spaceBefore || words.length === 0) words.push([piece]);
    else words.at(-1)?.push(piece);
  }
  const lines: string[] = [];
  let line = lead;
  let used = columnsOf(lead);
  let isEmpty = true;
  for (const word of words) {
    const columns = word.reduce((sum, { text }) => sum + columnsOf(text), 0);
    if (!isEmpty && used + 1 + columns > width) {
      lines.push(line);
      line = hang;
      used = columnsOf(hang);
      isEmpty = true;
    }
    line += (isEmpty ? '' : ' ') + word.map(({ shown }) => shown).join('');
    used += columns + (isEmpty ? 0 : 1);
    isEmpty = false;
  }
  lines.push(line);
  return lines.join('\n');
}
