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

interface Piece extends Run {
  readonly spaceBefore: boolean;
}

/** Words of all runs; a word that a mark begins inside of is in pieces without a space between. */
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
      pieces.push({ text: part, mark, spaceBefore: spaceBefore && pieces.length > 0 });
      spaceBefore = false;
    }
  }
  return pieces;
}

/** One line: neighbours with the same mark are marked together, the spaces between them included. */
function marked(pieces: readonly Piece[]): string {
  let line = '';
  for (let first = 0; first < pieces.length; ) {
    const { mark } = pieces[first] as Piece;
    let end = first + 1;
    while (end < pieces.length && pieces[end]?.mark === mark) end += 1;
    const [head, ...others] = pieces.slice(first, end) as [Piece, ...Piece[]];
    const text = head.text + others.map((piece) => (piece.spaceBefore ? ' ' : '') + piece.text).join('');
    line += (first > 0 && head.spaceBefore ? ' ' : '') + (mark === undefined ? text : mark(text));
    first = end;
  }
  return line;
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
  const lines: Piece[][] = [[]];
  let used = columnsOf(lead);
  for (const word of words) {
    const columns = word.reduce((sum, { text }) => sum + columnsOf(text), 0);
    const isFirst = lines.at(-1)?.length === 0;
    if (!isFirst && used + 1 + columns > width) {
      lines.push([...word]);
      used = columnsOf(hang) + columns;
    } else {
      lines.at(-1)?.push(...word);
      used += columns + (isFirst ? 0 : 1);
    }
  }
  return lines.map((line, index) => (index === 0 ? lead : hang) + marked(line)).join('\n');
}
