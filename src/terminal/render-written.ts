import { dateInWords } from '../language/date-in-words.js';
import { cautionWording } from '../language/shown-wording.js';
import { unmarked } from '../language/unmarked.js';
import { writtenWording } from '../language/written-wording.js';
import type { Answer, AnswerSentence, Citation } from '../types.js';
import { writtenParagraphs } from '../written-paragraphs.js';
import { closingLine } from './closing-line.js';
import type { Paint } from './paint.js';
import { plainText } from './plain-text.js';
import { type Run, wrapText } from './wrap-text.js';

export interface WrittenLook {
  /** Columns; `Infinity` where nothing is wrapped. */
  readonly width: number;
  readonly paint: Paint;
}

/** What a model wrote is in no quotation marks, unless it is the document's, word for word. */
export function sentenceRuns(
  { text, citations: marks }: Pick<AnswerSentence, 'text' | 'citations'>,
  citations: readonly Citation[],
  paint: Paint,
): readonly Run[] {
  const isVerbatim = citations.find(({ n }) => n === marks[0])?.quote === text;
  return [
    { text: isVerbatim ? `“${text}”` : unmarked(plainText(text)) },
    { text: ` ${marks.map((n) => `[${n}]`).join('')}`, mark: paint.dim },
  ];
}

/** What is said under a sentence that is no plain fact, or that the documents have only in part. */
export function cautionLines(
  { attribution, standing, caution }: Pick<AnswerSentence, 'attribution' | 'standing' | 'caution'>,
  { width, paint }: WrittenLook,
): readonly string[] {
  const notFound = caution === null ? '' : ` ${unmarked(plainText(caution))}`;
  const cautions = [
    ...(attribution === null ? [] : [`(${cautionWording[attribution]})`]),
    ...(standing === 'partly' ? [`(${writtenWording.partly}${notFound})`] : []),
  ];
  return cautions.map((text) => wrapText([{ text, mark: paint.caution }], { width, lead: '   ' }));
}

/** The sentences alone: of an answer that grows, each rendering begins with the one before. */
export function renderSentences(
  { sentences, citations }: Pick<Answer, 'sentences' | 'citations'>,
  look: WrittenLook,
): string {
  const { width, paint } = look;
  return writtenParagraphs(sentences)
    .flatMap((paragraph) => {
      const runs = paragraph.flatMap((sentence, index) => [
        ...(index === 0 ? [] : [{ text: ' ' }]),
        ...sentenceRuns(sentence, citations, paint),
      ]);
      return [wrapText(runs, { width }), ...paragraph.flatMap((sentence) => cautionLines(sentence, look))];
    })
    .join('\n');
}

function placeLines({ n, publisher, title, date, paragraph, url, quote }: Citation, { width }: WrittenLook): string {
  const source = [publisher, `“${title}”`, date === null ? null : dateInWords(date), `¶ ${paragraph}`, url];
  const named = source.filter((part) => part !== null).join(', ');
  const lead = `[${n}] `;
  return [
    wrapText([{ text: named }], { width, lead }),
    wrapText([{ text: `“${quote}”` }], { width, lead: ' '.repeat(lead.length) }),
  ].join('\n');
}

/** The quotes that sentences stand on, under their heading. */
export function renderPlaces(citations: readonly Citation[], look: WrittenLook): readonly string[] {
  return [look.paint.bold(writtenWording.quotes), ...citations.map((citation) => placeLines(citation, look))];
}

/** What a chat model wrote, the quotes that it stands on, and who wrote it, for a person at a terminal. */
export function renderWritten(answer: Answer, look: WrittenLook): string {
  const { width, paint } = look;
  return [
    renderSentences(answer, look),
    '',
    ...renderPlaces(answer.citations, look),
    wrapText([{ text: closingLine(answer), mark: paint.dim }], { width }),
  ].join('\n');
}
