import type { Cell, Row } from './text-rows.js';

/** A line of one column. */
export interface Line extends Cell {
  readonly y: number;
  readonly size: number;
  readonly cells: readonly Cell[];
}

/** Lines that are read one after the other, from top to bottom. */
export type Column = readonly Line[];

const deepestSplit = 6;
const mostCandidates = 12;
// Fewer or shorter lines side by side are a table, or labels beside a text, which are read line by line.
const fewestLines = 3;
const fewestLetters = 15;
/** Share of its column that the lines of a text fill, half of them at least. */
const leastFill = 0.7;
/** In parts of the size of the text. */
const titleSize = 1.15;

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

interface Gutter {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/** Where columns may begin: the left edges of cells, the most frequent first. */
function candidatesIn(rows: readonly Row[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    for (const { x0 } of cells) {
      const place = Math.round(x0 / 3) * 3;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostCandidates)
    .map(([place]) => place - 3);
}

/** The longest run of rows in which no cell crosses a place. */
function longestRun(rows: readonly Row[], x: number): Gutter {
  let best: Gutter = { x, from: 0, to: 0 };
  let from = 0;
  for (let to = 0; to <= rows.length; to++) {
    const isCrossed = rows[to]?.cells.some(({ x0, x1 }) => x0 < x && x1 > x) ?? true;
    if (!isCrossed) continue;
    if (to - from > best.to - best.from) best = { x, from, to };
    from = to + 1;
  }
  return withoutTitle(rows, best);
}

/** The last line of a title over both columns may be too short to reach the lane. */
function withoutTitle(rows: readonly Row[], gutter: Gutter): Gutter {
  const body = median(rows.slice(gutter.from, gutter.to).map(({ size }) => size));
  let { from } = gutter;
  while (from < gutter.to && from > 0 && (rows[from]?.size ?? 0) > titleSize * body) from += 1;
  return { ...gutter, from };
}

function sideOf(rows: readonly Row[], { x, from, to }: Gutter, side: 'left' | 'right'): readonly Row[] {
  return rows
    .slice(from, to)
    .map((row) => ({ ...row, cells: row.cells.filter(({ x1 }) => x1 <= x === (side === 'left')) }))
    .filter(({ cells }) => cells.length > 0);
}

/** Whether rows are lines of a text: long, and filling the width they have. */
function isProse(rows: readonly Row[]): boolean {
  if (rows.length < fewestLines) return false;
  const spans = rows.map(({ cells }) => ({ from: cells[0]?.x0 ?? 0, to: cells.at(-1)?.x1 ?? 0 }));
  const width = Math.max(...spans.map(({ to }) => to)) - Math.min(...spans.map(({ from }) => from));
  const letters = median(rows.map(({ cells }) => cells.reduce((sum, { text }) => sum + text.length, 0)));
  return letters >= fewestLetters && median(spans.map(({ from, to }) => to - from)) >= leastFill * width;
}

function findGutter(rows: readonly Row[]): Gutter | undefined {
  let best: Gutter | undefined;
  for (const x of candidatesIn(rows)) {
    const gutter = longestRun(rows, x);
    const isLonger = best === undefined || gutter.to - gutter.from > best.to - best.from;
    if (isLonger && isProse(sideOf(rows, gutter, 'left')) && isProse(sideOf(rows, gutter, 'right'))) best = gutter;
  }
  return best;
}

function lineOf({ y, size, cells }: Row): Line {
  const isRightToLeft = cells.filter((cell) => cell.isRightToLeft).length * 2 > cells.length;
  const inOrder = isRightToLeft ? cells.toReversed() : cells;
  return {
    text: inOrder.map(({ text }) => text).join(' '),
    x0: cells[0]?.x0 ?? 0,
    x1: cells.at(-1)?.x1 ?? 0,
    y,
    size,
    isBold: cells.every(({ isBold }) => isBold),
    isRightToLeft,
    cells: inOrder,
  };
}

function split(rows: readonly Row[], depth: number): readonly Column[] {
  if (rows.length === 0) return [];
  const gutter = depth < deepestSplit ? findGutter(rows) : undefined;
  if (gutter === undefined) return [rows.map(lineOf)];
  const left = sideOf(rows, gutter, 'left');
  const right = sideOf(rows, gutter, 'right');
  const isRightToLeft =
    left.concat(right).filter(({ cells }) => cells[0]?.isRightToLeft === true).length * 2 > rows.length;
  const sides = isRightToLeft ? [right, left] : [left, right];
  return [rows.slice(0, gutter.from), ...sides, rows.slice(gutter.to)].flatMap((part) => split(part, depth + 1));
}

/**
 * The columns of a page in the order in which they are read: what spans the page above them, each from top to bottom, what
 * spans it below. A column is parted from its neighbour by a lane that no text crosses.
 */
export function columnsOf(rows: readonly Row[]): readonly Column[] {
  return split(rows, 0);
}
