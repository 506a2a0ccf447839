import type { Generation, IndexedDocument, ParagraphRow } from '../types.js';

/** A stretch of a document that a person may want summarised. */
export interface Section {
  /** Fewer than 90 UTF-16 units, on one line. */
  readonly name: string;
  /** First and last paragraph by number, both inclusive. */
  readonly paragraphs: readonly [first: number, last: number];
}

/** Discord shows 100 characters of a choice; a document's name may have to stand beside it. */
const longestName = 89;
const mostParts = 6;
/** Body paragraphs that make a part worth choosing. */
const smallestPart = 3;

function shorten(text: string, limit: number): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  if (line.length <= limit) return line;
  const kept = line.slice(0, limit - 1);
  const lastSpace = kept.lastIndexOf(' ');
  return `${kept.slice(0, lastSpace > limit / 2 ? lastSpace : kept.length).toWellFormed()}…`;
}

function isBody({ kind, firstChunk, endChunk }: ParagraphRow): boolean {
  return kind === 'body' && endChunk > firstChunk;
}

function beginningOf({ text }: IndexedDocument, { start, end }: ParagraphRow): string {
  return text.slice(start, Math.min(end, start + 4 * longestName));
}

function marksOf(first: number, last: number): string {
  return first === last ? `¶ ${first}` : `¶ ${first}–${last}`;
}

function named(document: IndexedDocument, paragraphs: readonly ParagraphRow[], title: ParagraphRow): Section {
  const first = paragraphs[0]?.number ?? 0;
  const last = paragraphs.at(-1)?.number ?? first;
  const marks = marksOf(first, last);
  return {
    name: `${marks}: ${shorten(beginningOf(document, title), longestName - marks.length - 2)}`,
    paragraphs: [first, last],
  };
}

/** What stands under each heading that has body paragraphs of its own, and what stands before the first. */
function underHeadings(document: IndexedDocument, rows: readonly ParagraphRow[]): readonly Section[] {
  const headings = rows.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []));
  const starts = headings[0] === 0 ? headings : [0, ...headings];
  return starts.flatMap((start, index) => {
    const own = rows.slice(start, starts[index + 1] ?? rows.length);
    const heading = own[0]?.kind === 'heading' ? own[0] : undefined;
    const below = heading === undefined ? own : own.slice(1);
    const firstBody = below.find(isBody);
    return firstBody === undefined ? [] : [named(document, below, heading ?? firstBody)];
  });
}

/** Parts with about as much text each, cut between body paragraphs. */
function equalParts(document: IndexedDocument, rows: readonly ParagraphRow[]): readonly Section[] {
  const body = rows.filter(isBody);
  const count = Math.min(mostParts, Math.floor(body.length / smallestPart));
  if (count < 2) return [];
  const total = body.reduce((sum, { start, end }) => sum + end - start, 0);
  const parts: ParagraphRow[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const paragraph of body) {
    const middle = before + (paragraph.end - paragraph.start) / 2;
    parts[Math.min(count - 1, Math.floor((middle / total) * count))]?.push(paragraph);
    before += paragraph.end - paragraph.start;
  }
  return parts.flatMap((part) => (part[0] === undefined ? [] : [named(document, part, part[0])]));
}

/**
 * The parts of a document in reading order, the whole document not among them: its headings' sections, or where it has
 * no headings up to six parts of about equal length named by their first words. Empty where one part would be all.
 */
export function sectionsIn(generation: Generation, document: IndexedDocument): readonly Section[] {
  const rows = Array.from({ length: document.endParagraph - document.firstParagraph }, (_, at) =>
    generation.paragraph(document.firstParagraph + at),
  );
  const sections = rows.some(({ kind }) => kind === 'heading')
    ? underHeadings(document, rows)
    : equalParts(document, rows);
  return sections.length > 1 ? sections : [];
}
