import type { Paragraph } from '../types.js';
import type { DocumentFormat } from './document-format.js';
import { kindOfBlock } from './paragraph-kind.js';

// In a text file only its place shows a heading: short, no stop at the end, prose below. 90 units are a long headline.
const longestPlainHeading = 90;

interface Block {
  readonly start: number;
  readonly end: number;
  readonly isHeading: boolean;
}

const atxHeading = /^ {0,3}#{1,6}[ \t]+(?=\S)/u;
const fence = /^ {0,3}(`{3,}|~{3,})/u;
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const underline = /^ {0,3}(?:={2,}|-{2,})[ \t]*$/u;
const notUnderlined = /^\s*(?:[-*+>|]|\d+[.)])/u;

/** The stretch without the white space around it; `null` when nothing is left. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  const stretch = text.slice(start, end);
  const from = start + stretch.length - stretch.trimStart().length;
  const to = start + stretch.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}

/** A Markdown heading without its marks: `## Truce ##` → `Truce`. */
function headingWithoutMarks(text: string, start: number, end: number): { start: number; end: number } | null {
  const line = text.slice(start, end);
  const from = start + (atxHeading.exec(line)?.[0].length ?? 0);
  const unmarked = line.trimEnd();
  let to = unmarked.length;
  while (unmarked[to - 1] === '#') to -= 1;
  const closed = to < unmarked.length && /[ \t]/u.test(unmarked[to - 1] ?? '');
  return trimmed(text, from, start + (closed ? to : unmarked.length));
}

/** Blocks in reading order: what stands between blank lines, Markdown's headings and fences on their own. */
function blocksOf(text: string, format: DocumentFormat): readonly Block[] {
  const blocks: Block[] = [];
  let open: { start: number; lines: number } | null = null;
  let openFence: string | null = null;
  const add = (span: { start: number; end: number } | null, isHeading: boolean): void => {
    if (span !== null) blocks.push({ ...span, isHeading });
  };
  const close = (end: number, isHeading = false): void => {
    if (open !== null) add(trimmed(text, open.start, end), isHeading);
    open = null;
  };

  for (let start = 0; start < text.length; ) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak;
    const line = text.slice(start, end);
    // The marks stand at the beginning of a line; one of many megabytes need not be searched for them.
    const beginning = line.length > 2_000 ? '' : line;
    const mark: string | undefined = format === 'markdown' ? fence.exec(beginning)?.[1] : undefined;
    if (openFence !== null) {
      if (mark?.startsWith(openFence) && /^[ \t`~]*$/u.test(beginning)) {
        close(end);
        openFence = null;
      }
    } else if (mark !== undefined) {
      close(start);
      open = { start, lines: 1 };
      openFence = mark;
    } else if (line.trim() === '') {
      close(start);
    } else if (format !== 'plain' && atxHeading.test(beginning)) {
      close(start);
      add(headingWithoutMarks(text, start, end), true);
    } else if (format === 'markdown' && open !== null && underline.test(beginning)) {
      const above: { start: number; lines: number } = open;
      close(start, above.lines === 1 && !notUnderlined.test(text.slice(above.start, above.start + 20)));
    } else if (format === 'markdown' && rule.test(beginning)) {
      close(start);
    } else if (open === null) {
      open = { start, lines: 1 };
    } else {
      open = { start: (open as { start: number }).start, lines: (open as { lines: number }).lines + 1 };
    }
    start = end + 1;
  }
  close(text.length);
  return blocks;
}

/** Whether a block of a plain text looks like the heading of the one below it. */
function looksLikeHeading(text: string, block: Block, below: Block | undefined): boolean {
  if (below === undefined || block.end - block.start > longestPlainHeading) return false;
  const words = text.slice(block.start, block.end);
  const prose = text.slice(below.start, below.end);
  return (
    !words.includes('\n') &&
    /^["“'‘(]?(?:\p{Lu}|\p{Lo}|\p{N})/u.test(words) &&
    !/[.!?…:;,。！？؟।]["”’')\]]*$/u.test(words) &&
    prose.length > words.length &&
    /[.!?…。！？؟।]["”’')\]]*$/u.test(prose.slice(-8)) &&
    kindOfBlock(prose) === 'body'
  );
}

/**
 * The paragraphs of a text, numbered from 1. A paragraph is a block between blank lines (a line of white space is
 * blank), without the white space around it.
 *
 * In Markdown a heading is a paragraph of its own even directly above prose, its marks (`##`, the underline) outside its
 * span; fenced code is one paragraph, blank lines included; rules (`---`) belong to none. `html` is the text readDocument
 * makes of a page: headings have Markdown's `#`, nothing else is marked. In plain text a heading is a short line with
 * prose below.
 */
export function splitParagraphs(text: string, options: { format?: DocumentFormat } = {}): readonly Paragraph[] {
  const format = options.format ?? 'plain';
  const blocks = blocksOf(text, format);
  return blocks.map((block, index) => {
    const own = text.slice(block.start, block.end);
    const kind = block.isHeading ? 'heading' : kindOfBlock(own);
    const isHeading = kind === 'body' && format === 'plain' && looksLikeHeading(text, block, blocks[index + 1]);
    return { number: index + 1, kind: isHeading ? 'heading' : kind, start: block.start, end: block.end, text: own };
  });
}
