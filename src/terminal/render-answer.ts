import { disputedSides, undisputedSentences } from '../disputed-sides.js';
import { dateInWords } from '../language/date-in-words.js';
import { unmarked } from '../language/unmarked.js';
import type { Answer, AnswerSentence, Citation, Disagreement, NearestPassage } from '../types.js';
import { readsAsProse } from '../written-paragraphs.js';
import { closingLine } from './closing-line.js';
import type { Paint } from './paint.js';
import { plainText } from './plain-text.js';
import { cautionLines, renderWritten } from './render-written.js';
import { type Run, wrapText } from './wrap-text.js';

export interface AnswerLook {
  /** Columns; `Infinity` where nothing is wrapped. */
  readonly width: number;
  readonly paint: Paint;
}

function runsOf(
  { text, citations: marks }: AnswerSentence,
  citation: Citation | undefined,
  paint: Paint,
): readonly Run[] {
  const mark: Run = { text: ` ${marks.map((n) => `[${n}]`).join('')}`, mark: paint.dim };
  if (citation?.quote !== text) return [{ text: unmarked(plainText(text)) }, mark];
  if (citation.highlight.length === 0) return [{ text: `“${text}”` }, mark];
  const from = citation.highlight[0] - citation.start;
  const to = citation.highlight[1] - citation.start;
  return [
    { text: `“${text.slice(0, from)}` },
    { text: text.slice(from, to), mark: paint.bold },
    { text: `${text.slice(to)}”` },
    mark,
  ];
}

function sourceOf({ publisher, title, paragraph, url }: Citation): string {
  const where = publisher === null ? '' : `${publisher}, `;
  return `${where}“${title}”, ¶ ${paragraph}${url === null ? '' : `, ${url}`}`;
}

function quoteLines(
  sentences: readonly AnswerSentence[],
  citations: readonly Citation[],
  { width, paint }: AnswerLook,
): readonly string[] {
  return sentences.flatMap((sentence) => {
    const citation = citations.find(({ n }) => n === sentence.citations[0]);
    const quote = wrapText(runsOf(sentence, citation, paint), { width });
    return [quote, ...cautionLines(sentence, { width, paint })];
  });
}

/** What the documents say otherwise of the same thing, one after the other, each under its name and date. */
function disagreementLines(answer: Answer, disagreement: Disagreement, look: AnswerLook): readonly string[] {
  const { width, paint } = look;
  const sides = disputedSides(answer, disagreement).flatMap(({ source, sentences }) => {
    const { publisher, title, date } = source;
    const name = `${publisher === null ? '' : `${publisher}, `}“${title}”`;
    const when = date === null ? 'date unknown' : dateInWords(date);
    return [
      '',
      wrapText([{ text: `From ${name}, ${when}:` }], { width }),
      ...quoteLines(sentences, answer.citations, look),
    ];
  });
  return [paint.caution('The documents disagree'), wrapText([{ text: disagreement.about }], { width }), ...sides];
}

function renderAnswered(answer: Answer, look: AnswerLook): string {
  const { citations, disagreements } = answer;
  const { width, paint } = look;
  const lines = [...quoteLines(undisputedSentences(answer), citations, look)];
  for (const disagreement of disagreements) {
    if (lines.length > 0) lines.push('');
    lines.push(...disagreementLines(answer, disagreement, look));
  }
  lines.push('', paint.bold('Sources'));
  for (const citation of citations)
    lines.push(wrapText([{ text: sourceOf(citation) }], { width, lead: `[${citation.n}] ` }));
  lines.push(wrapText([{ text: closingLine(answer), mark: paint.dim }], { width }));
  return lines.join('\n');
}

function nearestLine({ paragraph, quote, title }: NearestPassage, titled: boolean, width: number): string {
  return wrapText([{ text: `${titled ? `${title}, ` : ''}¶ ${paragraph}: “${quote}”` }], { width, lead: '  - ' });
}

function renderDeclined({ missing, nearest, suggestion }: Answer, { width, paint }: AnswerLook): string {
  const lines = [paint.caution('The documents do not answer this.')];
  if (missing !== null) lines.push(wrapText([{ text: missing }], { width }));
  if (nearest.length > 0) {
    const titled = new Set(nearest.map(({ document }) => document)).size > 1;
    lines.push(
      '',
      'Nearest passages (not an answer):',
      ...nearest.map((passage) => nearestLine(passage, titled, width)),
    );
  }
  if (suggestion !== null) lines.push('', wrapText([{ text: suggestion }], { width }));
  return lines.join('\n');
}

/**
 * An answer for a person at a terminal, without a newline at the end. Nothing of the documents or the question can move
 * the cursor or change how a line reads: see plain-text.ts. Quotes are exact up to such characters; JSON has them all.
 */
export function renderAnswer(answer: Answer, look: AnswerLook): string {
  if (answer.outcome === 'declined') return renderDeclined(answer, look);
  return readsAsProse(answer) ? renderWritten(answer, look) : renderAnswered(answer, look);
}
