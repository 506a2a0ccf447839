import { coverageWording } from '../language/shown-wording.js';
import { writtenWording } from '../language/written-wording.js';
import type { Summary } from '../types.js';
import { closingLine } from './closing-line.js';
import type { Paint } from './paint.js';
import { cautionLines, renderPlaces, sentenceRuns } from './render-written.js';
import { wrapText } from './wrap-text.js';

export interface SummaryLook {
  /** Columns; `Infinity` where nothing is wrapped. */
  readonly width: number;
  readonly paint: Paint;
}

/** A list of hundreds tells nobody more; `--json` has them all. */
const mostNamed = 20;

function stretchOf({ paragraphs }: Summary): string {
  if (paragraphs === null) return '';
  const [first, last] = paragraphs;
  return first === last ? `¶ ${first} of ` : `¶ ${first} to ${last} of `;
}

function emptyLine(summary: Summary): string {
  const where = `${stretchOf(summary)}“${summary.title}”`;
  const hasText = summary.coverage.missing.length > 0;
  if (summary.focus !== null && hasText) return `Nothing in ${where} is about “${summary.focus}”.`;
  return `There are no sentences to summarise in ${where}.`;
}

function sourceLines({ citations, title }: Summary, { width, paint }: SummaryLook): readonly string[] {
  const { publisher = null, url = null } = citations[0] ?? {};
  const source = `${publisher === null ? '' : `${publisher}, `}“${title}”${url === null ? '' : `, ${url}`}`;
  const marks = citations.map(({ n, paragraph }) => `[${n}] ¶ ${paragraph}`).join(', ');
  return [paint.bold('Sources'), wrapText([{ text: source }], { width }), wrapText([{ text: marks }], { width })];
}

/**
 * A summary for a person at a terminal, without a newline at the end. Nothing of the document or the focus can move the
 * cursor or change how a line reads: see plain-text.ts.
 */
export function renderSummary(summary: Summary, look: SummaryLook): string {
  const { points, title, focus, coverage, mode } = summary;
  const { width, paint } = look;
  if (points.length === 0) return wrapText([{ text: emptyLine(summary), mark: paint.caution }], { width });
  const about = focus === null ? '' : `, about “${focus}”`;
  const lines = [
    wrapText([{ text: `Summary of ${stretchOf(summary)}“${title}”${about}`, mark: paint.bold }], { width }),
  ];
  for (const point of points) {
    lines.push(wrapText(sentenceRuns(point, summary.citations, paint), { width, lead: '- ' }));
    lines.push(...cautionLines(point, look));
  }
  const isWritten = mode === 'written';
  lines.push('', ...(isWritten ? renderPlaces(summary.citations, look) : sourceLines(summary, look)), '');
  lines.push(wrapText([{ text: `Covers ${coverageWording(coverage, mostNamed)}.` }], { width }));
  const isMixed = isWritten && points.some(({ standing }) => standing === 'quoted');
  const closing = isMixed ? `${closingLine(summary)} ${writtenWording.quotedToo}` : closingLine(summary);
  lines.push(wrapText([{ text: closing, mark: paint.dim }], { width }));
  return lines.join('\n');
}
