import { type Colour, isSeenOn, white } from '../contrast.js';
import { type Box, holds } from './matrix.js';

interface Stroke {
  readonly box: Box;
  /** `null` for a picture or a pattern, whose colours nobody looked at. */
  readonly colour: Colour | null;
  /** It covers the whole box and lets nothing through. */
  readonly isSolid: boolean;
  readonly order: number;
}

const cellsAcross = 24;

/**
 * What is painted on a page besides its letters. `order` counts everything that is painted on it, letters too.
 *
 * A grid keeps the strokes by place: pages have some thousands of them, and of letters.
 */
export function createPaintedGround(width: number, height: number) {
  const cells: Stroke[][] = Array.from({ length: cellsAcross * cellsAcross }, () => []);
  const columnAt = (x: number): number => Math.min(cellsAcross - 1, Math.max(0, Math.floor((x / width) * cellsAcross)));
  const rowAt = (y: number): number => Math.min(cellsAcross - 1, Math.max(0, Math.floor((y / height) * cellsAcross)));

  return {
    paint(stroke: Stroke): void {
      const { x0, y0, x1, y1 } = stroke.box;
      if (x1 < 0 || y1 < 0 || x0 > width || y0 > height || x0 > x1 || y0 > y1) return;
      for (let row = rowAt(y0); row <= rowAt(y1); row++) {
        for (let column = columnAt(x0); column <= columnAt(x1); column++) {
          cells[row * cellsAcross + column]?.push(stroke);
        }
      }
    },
    /** Whether letters of a colour, painted as the `order`-th thing, are seen at a place in the end. */
    isSeen(x: number, y: number, order: number, colour: Colour | null): boolean {
      const strokes = cells[rowAt(y) * cellsAcross + columnAt(x)] ?? [];
      for (let index = strokes.length - 1; index >= 0; index--) {
        const stroke = strokes[index];
        if (stroke === undefined || !holds(stroke.box, x, y)) continue;
        const isAbove = stroke.order > order;
        const isContrast = colour === null || stroke.colour === null || isSeenOn(colour, stroke.colour);
        if (!isAbove && isContrast) return true;
        if (stroke.isSolid) return false;
      }
      return colour === null || isSeenOn(colour, white);
    },
  };
}
