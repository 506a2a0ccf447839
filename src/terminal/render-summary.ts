import { dateInWords } from '../language/date-in-words.js';
import { cautionWording, coverageWording, modeWording } from '../language/shown-wording.js';
import type { Summary } from '../types.js';
import type { Paint } from './paint.js';
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
  const { points, title, focus, coverage, asOf, mode } = summary;
  const { width, paint } = look;
  if (points.length === 0) return wrapText([{ text: emptyLine(summary), mark: paint.caution }], { width });
  const about = focus === null ? '' : `, about “${focus}”`;
  const lines = [
    wrapText([{ text: `Summary of ${stretchOf(summary)}“${title}”${about}`, mark: paint.bold }], { width }),
  ];
  for (const { text, citations, attribution } of points) {
    const mark = { text: ` ${citations.map((n) => `[${n}]`).join('')}`, mark: paint.dim };
    lines.push(wrapText([{ text: `“${text}”` }, mark], { width, lead: '- ' }));
    if (attribution === null) continue;
    const caution = { text: `(${cautionWording[attribution]})`, mark: paint.caution };
    lines.push(wrapText([caution], { width, lead: '   ' }));
  }
  const date = asOf === null ? '' : `As of ${dateInWords(asOf)}; `;
  lines.push('', ...sourceLines(summary, look), '');
  lines.push(wrapText([{ text: `Covers ${coverageWording(coverage, mostNamed)}.` }], { width }));
  lines.push(wrapText([{ text: `${date}${modeWording[mode]}.`, mark: paint.dim }], { width }));
  return lines.join('\n');
}
