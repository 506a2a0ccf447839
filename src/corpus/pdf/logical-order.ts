const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;
const leftToRight = /[\p{L}\p{N}]/u;

type Direction = 'right-to-left' | 'left-to-right' | 'neutral';

function directionOf(unit: string): Direction {
  // Digits run from left to right in Arabic and Hebrew too.
  if (/\p{Nd}/u.test(unit)) return 'left-to-right';
  if (rightToLeft.test(unit)) return 'right-to-left';
  return leftToRight.test(unit) ? 'left-to-right' : 'neutral';
}

/** Turns round every stretch of a direction: from its first strong unit to its last, what is neutral between them too. */
function withStretchesReversed(units: readonly string[], direction: Direction): readonly string[] {
  const ordered: string[] = [];
  for (let index = 0; index < units.length; ) {
    if (directionOf(units[index] ?? '') !== direction) {
      ordered.push(units[index] ?? '');
      index += 1;
      continue;
    }
    let last = index;
    for (let next = index + 1; next < units.length; next++) {
      const found = directionOf(units[next] ?? '');
      if (found === direction) last = next;
      else if (found !== 'neutral') break;
    }
    ordered.push(...units.slice(index, last + 1).toReversed());
    index = last + 1;
  }
  return ordered;
}

/**
 * Units of text as they stand on the page, from left to right, in the order in which they are read. A line is read from
 * right to left when most of its letters are Hebrew or Arabic.
 */
export function logicalOrder(units: readonly string[]): { units: readonly string[]; isRightToLeft: boolean } {
  const backward = units.filter((unit) => directionOf(unit) === 'right-to-left').length;
  if (backward === 0) return { units, isRightToLeft: false };
  const letters = units.filter((unit) => /\p{L}/u.test(unit)).length;
  if (backward * 2 <= letters) return { units: withStretchesReversed(units, 'right-to-left'), isRightToLeft: false };
  return { units: withStretchesReversed(units.toReversed(), 'left-to-right'), isRightToLeft: true };
}
