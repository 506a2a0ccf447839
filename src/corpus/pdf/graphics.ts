import type { Colour } from '../contrast.js';
import { type GraphicsState, initialState } from './graphics-state.js';
import { type Box, combined, type Matrix, mappedBox, overlap } from './matrix.js';
import { boxOf, isRectangle, matrixOf, numbersIn } from './operands.js';
import { createPaintedGround } from './painted-ground.js';

// Fainter paint is none to the eye.
export const leastAlpha = 0.05;
const opaque = 0.95;
const unitBox: Box = { x0: 0, y0: 0, x1: 1, y1: 1 };
const nowhere: Box = { x0: 1, y0: 1, x1: 0, y1: 0 };
const filling = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']);

/** The graphics of a page while it is drawn: the current state, those that were saved, and what has been painted. */
export function createGraphics(page: Box, matrix: Matrix) {
  const ground = createPaintedGround(page.x1, page.y1);
  const saved: { readonly state: GraphicsState; readonly order: number; isMoved: boolean }[] = [];
  const layers: boolean[] = [];
  const masks: boolean[] = [];
  let state = initialState(matrix, page);
  let order = 0;
  let clips = false;

  const isShown = (): boolean => !layers.includes(false) && !masks.includes(true);

  function paint(box: Box, colour: Colour | null, isSolid = false): void {
    order += 1;
    if (isShown()) ground.paint({ box: overlap(box, state.clip), colour, isSolid, order });
  }

  function save(): void {
    saved.push({ state: { ...state }, order, isMoved: false });
  }

  function restore(): void {
    const last = saved.pop();
    if (last === undefined) return;
    // A picture leaves no trace, since none is unpacked, but the square it was to fill: moved into place, then nothing.
    if (last.isMoved && last.order === order) paint(mappedBox(state.matrix, unitBox), null);
    state = last.state;
  }

  function clipTo(box: Box | undefined, within: Matrix = state.matrix): void {
    if (box !== undefined) state.clip = overlap(state.clip, mappedBox(within, box));
  }

  return {
    state: (): GraphicsState => state,
    isShown,
    isSeen: ground.isSeen,
    save,
    restore,
    /** Counts a letter among what is painted. Returns its place in the order. */
    count(): number {
      order += 1;
      return order;
    },
    transform(operand: Matrix): void {
      state.matrix = combined(state.matrix, operand);
      const last = saved.at(-1);
      if (last !== undefined) last.isMoved = true;
    },
    /** The next path is one to clip to. */
    clip(): void {
      clips = true;
    },
    /** Paints a path in the way the operator named says. */
    path(how: string, data: unknown, bounds: unknown): void {
      const box = boxOf(bounds);
      if (box !== undefined && filling.has(how) && state.fillAlpha >= leastAlpha) {
        const isUpright = state.matrix[1] === 0 || state.matrix[0] === 0;
        const isPlain = !state.isBlended && !state.isMasked && state.fill !== null;
        const isSolid = isPlain && isUpright && state.fillAlpha > opaque && isRectangle(numbersIn(data));
        paint(mappedBox(state.matrix, box), isPlain ? state.fill : null, isSolid);
      }
      // Clipped to a path without points, nothing is left to see.
      if (clips) clipTo(box ?? nowhere);
      clips = false;
    },
    /** Paints something whose colours are not looked at: over the unit square, or all that is not clipped. */
    paintUnknown(over: 'square' | 'everything'): void {
      paint(over === 'square' ? mappedBox(state.matrix, unitBox) : state.clip, null);
    },
    beginForm(operands: readonly unknown[]): void {
      save();
      state.matrix = combined(state.matrix, matrixOf(operands[0]));
      clipTo(boxOf(operands[1]));
    },
    beginGroup(group: { readonly matrix?: unknown; readonly bbox?: unknown; readonly smask?: unknown }): void {
      save();
      // What a mask is drawn with is not seen itself.
      masks.push(typeof group.smask === 'object' && group.smask !== null);
      clipTo(boxOf(group.bbox), combined(state.matrix, matrixOf(group.matrix)));
    },
    beginAnnotation(operands: readonly unknown[]): void {
      save();
      state = initialState(matrix, page);
      clipTo(boxOf(operands[1]));
      state.matrix = combined(combined(state.matrix, matrixOf(operands[2])), matrixOf(operands[3]));
    },
    /** Ends a form, a group or an annotation. */
    end(what: 'part' | 'group'): void {
      if (what === 'group') masks.pop();
      order += 1;
      restore();
    },
    beginLayer(isOn: boolean): void {
      layers.push(isOn);
    },
    endLayer(): void {
      layers.pop();
    },
  };
}
