import { cellText } from './cell-text.js';
import type { Letter, LevelLetter } from './letter.js';

/** Text that stands together on one baseline, without a gap wider than one between words. */
export interface Cell {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly isBold: boolean;
  readonly isRightToLeft: boolean;
}

/** What stands on one baseline, from left to right. */
export interface Row {
  readonly y: number;
  readonly size: number;
  readonly cells: readonly Cell[];
}

// All in parts of the letters' size.
const sameBaseline = 0.25;
const cellGap = 0.9;
const smallLetters = 0.85;
const besideLetter = 0.5;

interface Baseline {
  readonly y: number;
  readonly letters: LevelLetter[];
}

function turned(letter: Letter, angle: number): LevelLetter {
  const { angle: _, isSeen: __, ...level } = letter;
  if (angle === 0) return level;
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return { ...level, x: letter.x * cos + letter.y * sin, y: letter.y * cos - letter.x * sin };
}

const isBlank = ({ text }: LevelLetter): boolean => text.trim() === '';

function medianSize(letters: readonly LevelLetter[]): number {
  const sizes = letters.map(({ size }) => size).toSorted((one, other) => one - other);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function baselinesOf(letters: readonly LevelLetter[]): Baseline[] {
  const baselines: Baseline[] = [];
  for (const letter of letters.toSorted((one, other) => one.y - other.y)) {
    const last = baselines.at(-1);
    if (last !== undefined && letter.y - last.y <= sameBaseline * letter.size) last.letters.push(letter);
    else baselines.push({ y: letter.y, letters: [letter] });
  }
  return baselines;
}

/** Whether the small letters of one baseline are marks beside the letters of another: raised or lowered. */
function areMarksOf(small: Baseline, large: Baseline): boolean {
  const size = medianSize(large.letters);
  const raised = large.y - small.y;
  if (medianSize(small.letters) > smallLetters * size || raised > 0.8 * size || raised < -0.4 * size) return false;
  const near = besideLetter * size;
  return small.letters.some((mark) =>
    large.letters.some(
      ({ x, width }) => Math.abs(x + width - mark.x) < near || Math.abs(mark.x + mark.width - x) < near,
    ),
  );
}

/** Gives raised and lowered marks to the line they stand in. */
function withMarks(baselines: readonly Baseline[]): readonly Baseline[] {
  const kept: Baseline[] = [];
  for (const [index, baseline] of baselines.entries()) {
    const owner = [baselines[index + 1], kept.at(-1)].find(
      (other) => other !== undefined && areMarksOf(baseline, other),
    );
    if (owner === undefined) kept.push(baseline);
    else owner.letters.push(...baseline.letters);
  }
  return kept;
}

/** Letters printed twice, a hair apart, to look bold. */
function withoutDoubles(letters: readonly LevelLetter[]): readonly LevelLetter[] {
  return letters.filter((letter, index) => {
    const before = letters[index - 1];
    const isDouble =
      before !== undefined &&
      before.text === letter.text &&
      letter.x - before.x < 0.3 * letter.width &&
      Math.abs(letter.y - before.y) < 0.1 * letter.size;
    return !isDouble;
  });
}

function rowOf({ y, letters }: Baseline): Row {
  const size = medianSize(letters.filter((letter) => !isBlank(letter)));
  const ordered = withoutDoubles(letters.toSorted((one, other) => one.x - other.x));
  const groups: LevelLetter[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const letter of ordered) {
    if (isBlank(letter)) {
      groups.at(-1)?.push(letter);
      continue;
    }
    if (letter.x - end > cellGap * size) groups.push([]);
    groups.at(-1)?.push(letter);
    end = Math.max(end, letter.x + letter.width);
  }
  return { y, size, cells: groups.map((group) => ({ ...cellText(group, y, size), ...extentOf(group) })) };
}

function extentOf(letters: readonly LevelLetter[]): { x0: number; x1: number; isBold: boolean } {
  const shown = letters.filter((letter) => !isBlank(letter));
  const x1 = shown.reduce((end, { x, width }) => Math.max(end, x + width), Number.NEGATIVE_INFINITY);
  const bold = shown.filter(({ isBold }) => isBold).length;
  return { x0: shown[0]?.x ?? 0, x1, isBold: bold > shown.length * 0.9 };
}

/**
 * Lays letters out in rows, from top to bottom. The first list has what is written upright; each other direction (a stamp
 * on the margin, a turned table) has a list of its own after it.
 */
export function textRows(letters: readonly Letter[]): readonly (readonly Row[])[] {
  const byAngle = new Map<number, LevelLetter[]>([[0, []]]);
  for (const letter of letters) {
    // Less than a letter's slope is a scan's or a rounding's, not a direction of its own.
    const angle = letter.angle <= 3 || letter.angle >= 357 ? 0 : letter.angle;
    const together = byAngle.get(angle) ?? [];
    together.push(turned(letter, angle));
    byAngle.set(angle, together);
  }
  return [...byAngle.values()].map((level) => {
    const baselines = baselinesOf(level).filter((baseline) => !baseline.letters.every(isBlank));
    return withMarks(baselines).map(rowOf);
  });
}
