import type { Block } from './column-blocks.js';
import { joinLines } from './join-lines.js';

// In parts of the size of the text.
const headingSize = 1.15;
const sameSize = 0.07;
const longestHeading = 200;
const longestBoldHeading = 120;
const longestBoldHeadingLines = 2;

const endsOpen = /[\p{L}\p{N},’'”")\]\u00ad-]$/u;
const goesOn = /^[\p{Ll}(]/u;

/** The size most letters have. */
function bodySizeOf(blocks: readonly Block[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of blocks) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  let [body, most] = [0, 0];
  for (const [size, count] of letters) {
    if (count > most) [body, most] = [size, count];
  }
  return body;
}

/** Makes one of a paragraph that a column or page ends in the middle of. What is set smaller between (notes) stays after it. */
function withoutBreaks(blocks: readonly Block[], body: number, words: ReadonlySet<string>): readonly Block[] {
  const joined: Block[] = [];
  let open: number | undefined;
  const isBody = ({ kind, size }: Block): boolean => kind !== 'table' && Math.abs(size - body) <= sameSize * body;
  for (const block of blocks) {
    const before = open === undefined ? undefined : joined[open];
    const goesOnHere = before !== undefined && isBody(block) && block.kind === 'prose' && goesOn.test(block.text);
    if (open !== undefined && before !== undefined && goesOnHere && before.isBold === block.isBold) {
      joined[open] = { ...before, text: joinLines(before.text, block.text, words), lines: before.lines + block.lines };
      if (!endsOpen.test(block.text)) open = undefined;
      continue;
    }
    joined.push(block);
    if (isBody(block)) open = endsOpen.test(block.text) ? joined.length - 1 : undefined;
    else if (block.size > body) open = undefined;
  }
  return joined;
}

/**
 * The text of a document from its blocks in reading order: paragraphs between blank lines, headings (what is set larger,
 * or in bold above a text that is not) as `# …`, items of a list and rows of a table on lines of their own.
 */
export function documentText(blocks: readonly Block[], words: ReadonlySet<string>): string {
  const body = bodySizeOf(blocks);
  const whole = withoutBreaks(blocks, body, words);
  const isMostlyBold = whole.filter(({ isBold }) => isBold).length * 2 > whole.length;
  const isLarge = ({ kind, size, text }: Block): boolean =>
    kind !== 'table' && size >= headingSize * body && text.length <= longestHeading && /\p{L}/u.test(text);
  const isBoldHeading = (block: Block, below: Block | undefined): boolean =>
    !isMostlyBold &&
    block.isBold &&
    block.kind !== 'table' &&
    block.lines <= longestBoldHeadingLines &&
    block.text.length <= longestBoldHeading &&
    !/[.!?:;,]$/u.test(block.text) &&
    /\p{L}/u.test(block.text) &&
    below !== undefined &&
    !below.isBold;
  const sizes = [...new Set(whole.filter(isLarge).map(({ size }) => Math.round(size)))].toSorted(
    (one, other) => other - one,
  );

  const written: string[] = [];
  for (const [index, block] of whole.entries()) {
    const before = whole[index - 1];
    const level = isLarge(block)
      ? sizes.indexOf(Math.round(block.size)) + 1
      : isBoldHeading(block, whole[index + 1])
        ? sizes.length + 1
        : 0;
    const continuesList = block.kind === 'item' && before?.kind === 'item' && level === 0;
    if (index > 0) written.push(continuesList ? '\n' : '\n\n');
    written.push(level === 0 ? block.text : `${'#'.repeat(Math.min(6, level))} ${block.text.replaceAll(/\s+/gu, ' ')}`);
  }
  return written.join('');
}
