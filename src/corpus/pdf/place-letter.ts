import type { Colour } from '../contrast.js';
import { leastAlpha } from './graphics.js';
import type { GraphicsState, PdfFont } from './graphics-state.js';
import type { LetterPlace } from './letter.js';
import { combined, type Matrix, mapped } from './matrix.js';

/** A glyph as pdf.js hands it over. */
export interface Glyph {
  readonly unicode?: string;
  /** In glyph space. */
  readonly width?: number;
  readonly isSpace?: boolean;
  /** Where vertical writing goes on, in glyph space. */
  readonly vmetric?: readonly number[] | null;
}

interface PlacedGlyph {
  readonly place: LetterPlace;
  /** A point in the middle of the letter, by which it is told what it stands on. */
  readonly middle: readonly [x: number, y: number];
  /** What it is painted with; none in invisible modes. */
  readonly colours: readonly (Colour | null)[];
  /** To the next letter, in text space. */
  readonly advance: readonly [x: number, y: number];
}

/** Letters stand on their baseline; a third of their size above it is in the middle of most. */
const middleHeight = 0.3;

function coloursOf({ mode, fill, fillAlpha, stroke, strokeAlpha }: GraphicsState): readonly (Colour | null)[] {
  const fills = mode === 0 || mode === 2 || mode === 4 || mode === 6;
  const strokes = mode === 1 || mode === 2 || mode === 5 || mode === 6;
  return [
    ...(fills && fillAlpha >= leastAlpha ? [fill] : []),
    ...(strokes && strokeAlpha >= leastAlpha ? [stroke] : []),
  ];
}

/** Where a glyph stands on the page when the text's cursor is at `cursor`. */
export function placeLetter(glyph: Glyph, font: PdfFont, state: GraphicsState, cursor: Matrix): PlacedGlyph {
  const { fontSize, stretch, rise } = state;
  const spacing = state.letterSpacing + (glyph.isSpace === true ? state.wordSpacing : 0);
  const across = font.isVertical ? 0 : (glyph.width ?? 0) * font.scale * fontSize;
  const down = font.isVertical ? (glyph.vmetric?.[0] ?? -1_000) * font.scale * fontSize : 0;
  const matrix = combined(state.matrix, cursor);
  const [x, y] = mapped(matrix, 0, rise);
  const [endX, endY] = mapped(matrix, across * stretch, rise + down);
  const [topX, topY] = mapped(matrix, 0, rise + fontSize);
  const [aheadX, aheadY] = font.isVertical ? mapped(matrix, 0, rise - 1) : mapped(matrix, stretch, rise);
  return {
    place: {
      text: glyph.unicode ?? '',
      x,
      y,
      width: Math.hypot(endX - x, endY - y),
      size: Math.hypot(topX - x, topY - y),
      angle: (Math.round((Math.atan2(aheadY - y, aheadX - x) * 180) / Math.PI) + 360) % 360,
      isBold: font.isBold,
    },
    middle: mapped(matrix, (across * stretch) / 2, rise + (font.isVertical ? down / 2 : fontSize * middleHeight)),
    colours: coloursOf(state),
    advance: font.isVertical ? [0, down - spacing] : [(across + spacing) * stretch, 0],
  };
}
