import type { Box, Matrix } from './matrix.js';

// pdf.js hands over arrays and typed arrays of whatever stood in the file: what is no number counts as 0.

export const numbersIn = (operands: unknown): readonly number[] =>
  Array.isArray(operands) || ArrayBuffer.isView(operands)
    ? Array.from(operands as ArrayLike<unknown>, (operand) => (typeof operand === 'number' ? operand : 0))
    : [];

export const numberAt = (operands: readonly unknown[], index: number): number =>
  typeof operands[index] === 'number' ? operands[index] : 0;

export function matrixOf(operands: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(operands);
  return [a, b, c, d, e, f];
}

export function boxOf(operands: unknown): Box | undefined {
  const [x0, y0, x1, y1] = numbersIn(operands);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined;
  return { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) };
}

/** Whether a path is one rectangle along the axes. Its numbers are an operator (0 move, 1 line, 4 close), then a point. */
export function isRectangle(path: readonly number[]): boolean {
  const [m, x0, y0, l1, x1, y1, l2, x2, y2, l3, x3, y3] = path;
  const isBox = m === 0 && l1 === 1 && l2 === 1 && l3 === 1 && path.length >= 12 && path.length <= 16;
  const isUpright = x0 === x3 && x1 === x2 && y0 === y1 && y2 === y3;
  return isBox && (isUpright || (y0 === y3 && y1 === y2 && x0 === x1 && x2 === x3));
}
