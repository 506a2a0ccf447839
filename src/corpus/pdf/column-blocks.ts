import type { Column, Line } from './columns.js';
import { joinLines } from './join-lines.js';

/** What a column's lines make together. */
export interface Block {
  readonly kind: 'prose' | 'item' | 'table';
  /** Lines that stay apart (an address, the rows of a table) are parted by `\n`. */
  readonly text: string;
  readonly size: number;
  readonly isBold: boolean;
  readonly lines: number;
}

interface Measure {
  readonly left: number;
  readonly right: number;
  readonly leading: number;
}

// In parts of the letters' size, but for the first.
const widerLeading = 1.25;
const indent = 0.8;
const otherSize = 0.1;
const tableGap = 1.5;

const bullet = /^[•‣▪▫●○◦■□➢➤✓✔·–—-]\s+(?=\S)/u;
const itemStart = /^(?:[•‣▪▫●○◦■□➢➤✓✔·–—-]\s+\S|\(?(?:\d{1,3}|\p{L}|[ivx]{1,5})[.)]\s+\S)/u;
// The lines of a table of contents end in dots and a page.
const leader = /(?:\s?[.…·]){4,}\s*[\divxlc]+$/u;
const endsSentence = /[.!?:;…。！？][”"’'»)\]]*(?:\[\d+\])?$/u;
const beginsSentence = /^["“‘'«(¿¡[]?[\p{Lu}\p{Lo}\p{N}]/u;

/** The value that such a share of the values do not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function measureOf(column: Column): Measure {
  const gaps = column.flatMap((line, index) => {
    const gap = line.y - (column[index - 1]?.y ?? Number.NEGATIVE_INFINITY);
    return gap < line.size * 2.5 ? [gap] : [];
  });
  const places = { left: column.map(({ x0 }) => x0), right: column.map(({ x1 }) => x1) };
  return {
    left: quantile(places.left, 0.2),
    right: quantile(places.right, 0.9),
    leading: quantile(gaps, 0.5),
  };
}

/** Whether the next line's first word would have fitted: nobody breaks a paragraph's line there. */
function stopsEarly(line: Line, next: Line, { left, right }: Measure): boolean {
  const perLetter = (next.x1 - next.x0) / Math.max(1, next.text.length);
  const firstWord = (/^\S+/u.exec(next.text)?.[0].length ?? 0) + 1;
  const room = line.isRightToLeft ? line.x0 - left : right - line.x1;
  return room > firstWord * perLetter + line.size;
}

/** What parts a line from the one above it: nothing, a line break, or a blank line. */
function breakBetween(above: Line, line: Line, first: Line, measure: Measure): 'none' | 'line' | 'blank' {
  const gap = line.y - above.y;
  const leading = Math.max(measure.leading, line.size);
  const isResized = Math.abs(line.size - above.size) > otherSize * Math.max(line.size, above.size);
  if (gap <= 0 || gap > widerLeading * leading + 1 || isResized) return 'blank';
  if (itemStart.test(line.text)) return endsSentence.test(above.text) || itemStart.test(first.text) ? 'blank' : 'none';
  if (leader.test(above.text)) return 'line';
  const isShort = stopsEarly(above, line, measure);
  if (above.isBold !== line.isBold && isShort) return 'blank';
  const isIndented = !line.isRightToLeft && line.x0 - above.x0 > indent * line.size;
  if (isIndented && above.x0 - measure.left < indent * line.size && beginsSentence.test(line.text)) {
    return itemStart.test(first.text) ? 'none' : 'blank';
  }
  if (!isShort || !beginsSentence.test(line.text)) return 'none';
  return endsSentence.test(above.text) ? 'blank' : 'line';
}

/** Whether a line is a row of a table: parted by gaps no text has. */
function isTableRow({ cells, size, isRightToLeft }: Line): boolean {
  const placed = isRightToLeft ? cells.toReversed() : cells;
  return placed.some(({ x0 }, index) => index > 0 && x0 - (placed[index - 1]?.x1 ?? x0) > tableGap * size);
}

const tableLine = ({ cells }: Line): string => `| ${cells.map(({ text }) => text).join(' | ')} |`;

/** The blocks of a column, from top to bottom. `words` are those of the whole document. */
export function columnBlocks(column: Column, words: ReadonlySet<string>): readonly Block[] {
  const measure = measureOf(column);
  const blocks: Block[] = [];
  for (let index = 0; index < column.length; ) {
    const first = column[index] as Line;
    let next = index + 1;
    let text = first.text;
    const isTable = isTableRow(first) && column[next] !== undefined && isTableRow(column[next] as Line);
    if (isTable) {
      text = tableLine(first);
      for (let row = column[next]; row !== undefined && isTableRow(row); row = column[next]) {
        text += `\n${tableLine(row)}`;
        next += 1;
      }
    } else {
      for (let line = column[next]; line !== undefined; line = column[next]) {
        const kind = breakBetween(column[next - 1] as Line, line, first, measure);
        if (kind === 'blank') break;
        text = kind === 'line' ? `${text}\n${line.text}` : joinLines(text, line.text, words);
        next += 1;
      }
    }
    const lines = column.slice(index, next);
    const isItem = !isTable && itemStart.test(text);
    blocks.push({
      kind: isTable ? 'table' : isItem ? 'item' : 'prose',
      text: isItem ? text.replace(bullet, '- ') : text,
      size: first.size,
      isBold: lines.every(({ isBold }) => isBold),
      lines: lines.length,
    });
    index = next;
  }
  return blocks;
}
