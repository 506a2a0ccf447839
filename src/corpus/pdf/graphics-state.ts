import type { Colour } from '../contrast.js';
import { type Box, combined, identity, type Matrix } from './matrix.js';

/** What of a font is needed to place its letters. */
export interface PdfFont {
  readonly isBold: boolean;
  readonly isVertical: boolean;
  /** Glyph space to text space, a thousandth in most fonts. */
  readonly scale: number;
}

/** What a drawing's operators change and `q … Q` gives back. */
export interface GraphicsState {
  matrix: Matrix;
  /** In the page's own units. */
  clip: Box;
  /** `null` for a pattern. */
  fill: Colour | null;
  stroke: Colour | null;
  fillAlpha: number;
  strokeAlpha: number;
  /** Paint is mixed with what is there (a highlighter), not laid over it. */
  isBlended: boolean;
  isMasked: boolean;
  font: PdfFont | undefined;
  fontSize: number;
  letterSpacing: number;
  wordSpacing: number;
  /** Horizontal scale, 1 for 100 %. */
  stretch: number;
  leading: number;
  rise: number;
  /** Text rendering mode, 0 to 7. */
  mode: number;
}

export function initialState(matrix: Matrix, clip: Box): GraphicsState {
  return {
    matrix,
    clip,
    fill: [0, 0, 0],
    stroke: [0, 0, 0],
    fillAlpha: 1,
    strokeAlpha: 1,
    isBlended: false,
    isMasked: false,
    font: undefined,
    fontSize: 0,
    letterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** Where the next letter goes. */
export function createTextCursor() {
  let line: Matrix = identity;
  let letter: Matrix = identity;
  return {
    matrix: (): Matrix => letter,
    set(matrix: Matrix): void {
      line = matrix;
      letter = matrix;
    },
    /** A new line, moved from the beginning of this one. */
    newLine(x: number, y: number): void {
      line = combined(line, [1, 0, 0, 1, x, y]);
      letter = line;
    },
    advance(x: number, y: number): void {
      letter = combined(letter, [1, 0, 0, 1, x, y]);
    },
  };
}
