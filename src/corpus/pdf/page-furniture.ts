import type { Row } from './text-rows.js';

/** A page's rows and its height in points. */
export interface LaidOutPage {
  readonly rows: readonly Row[];
  readonly height: number;
}

// Running heads are the outermost rows, in the outer sixth of the page.
const outermostRows = 3;
const outerShare = 1 / 6;
/** How far apart repetitions may be: heads of left and right pages differ, a chapter's first page may have none. */
const nearbyPages = 4;
const fewestRepetitions = 3;

const textOf = ({ cells }: Row): string =>
  cells
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase();

function romanNumber(text: string): number | undefined {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  if (!/^[ivxlc]{1,9}$/u.test(text)) return undefined;
  const digits = [...text].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, index) => sum + (value < (digits[index + 1] ?? 0) ? -value : value), 0);
}

const mereNumber = /^\W*(?:page |p\. ?|seite |стр\. ?)?#1(?: ?(?:of|\/|von|из) ?\d+)?\W*$/u;

/**
 * What a row would be called on every page if it were furniture: its words, and its words with one number counted from
 * the page it stands on, so that "7" on page 7 and "8" on page 8 are the same.
 */
function keysOf(row: Row, page: number): readonly string[] {
  const text = textOf(row);
  const roman = romanNumber(text);
  const counted = [...text.matchAll(/\d{1,5}/gu)].map(
    (found) => `${text.slice(0, found.index)}#${Number(found[0]) - page}${text.slice(found.index + found[0].length)}`,
  );
  return [text, ...counted, ...(roman === undefined ? [] : [`#${roman - page} roman`])];
}

function outerRows({ rows, height }: LaidOutPage): readonly Row[] {
  return rows.filter(
    ({ y }, index) =>
      (index < outermostRows && y < height * outerShare) ||
      (index >= rows.length - outermostRows && y > height * (1 - outerShare)),
  );
}

/** What the numbers on most pages exceed the page's own count by; `undefined` when they do not count pages. */
function commonOffset(pages: readonly LaidOutPage[]): number | undefined {
  const counts = new Map<number, number>();
  for (const [page, { rows }] of pages.entries()) {
    const numbers = [rows[0], rows.at(-1)].flatMap((row) => (row === undefined ? [] : edgeNumbers(textOf(row))));
    for (const offset of new Set(numbers.map((number) => number - page))) {
      counts.set(offset, (counts.get(offset) ?? 0) + 1);
    }
  }
  const [offset, count] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? [0, 0];
  return count >= fewestRepetitions && count > pages.length / 2 ? offset : undefined;
}

function edgeNumbers(text: string): readonly number[] {
  return [/^\d{1,5}(?=\s|$)/u, /(?<=^|\s)\d{1,5}$/u].flatMap((edge) => edge.exec(text)?.map(Number) ?? []);
}

/** Running heads, running feet and page numbers: rows at the edge of a page that its neighbours have as well. */
export function pageFurniture(pages: readonly LaidOutPage[]): ReadonlySet<Row> {
  const places = new Map<string, number[]>();
  for (const [page, laidOut] of pages.entries()) {
    for (const row of outerRows(laidOut)) {
      for (const key of new Set(keysOf(row, page))) {
        const found = places.get(key) ?? [];
        found.push(page);
        places.set(key, found);
      }
    }
  }
  const offset = commonOffset(pages);
  const isFurniture = (row: Row, page: number, { rows, height }: LaidOutPage): boolean => {
    const isFirstOrLast = row === rows[0] || row === rows.at(-1);
    if (offset !== undefined && isFirstOrLast && edgeNumbers(textOf(row)).includes(page + offset)) return true;
    return keysOf(row, page).some((key) => {
      const nearby = (places.get(key) ?? []).filter((other) => Math.abs(other - page) <= nearbyPages).length;
      if (nearby >= fewestRepetitions) return true;
      if (nearby < pages.length) return false;
      // The first rows of two pages may be two articles with their numbers; what counts pages at the foot is a number.
      if (key.includes('#'))
        return mereNumber.test(key) || (pages.length === 2 && key.includes('#1') && row.y > height / 2);
      return pages.length === 2;
    });
  };
  const furniture = new Set<Row>();
  for (const [page, laidOut] of pages.entries()) {
    for (const row of outerRows(laidOut)) {
      if (isFurniture(row, page, laidOut)) furniture.add(row);
    }
  }
  return furniture;
}
