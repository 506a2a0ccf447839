import { undisputedSentences } from '../../disputed-sides.js';
import type { Answer, NearestPassage } from '../../types.js';
import { readsAsProse } from '../../written-paragraphs.js';
import type { Words } from '../wording/words.js';
import { closingLine } from './closing-line.js';
import type { Draft } from './compose-messages.js';
import { disagreementBlocks } from './disagreement-blocks.js';
import { errataBlocks } from './errata-blocks.js';
import { excerpt } from './excerpt.js';
import { fitMessages, type ShowRoom } from './fit-messages.js';
import { openingLines } from './opening-lines.js';
import type { OutgoingMessage } from './outgoing-message.js';
import { quoteBlock } from './quote-block.js';
import { resultButtons } from './result-buttons.js';
import type { ShowOptions } from './show-options.js';
import { dateOrNull } from './shown-date.js';
import { sourceLines } from './source-lines.js';
import { writtenBlocks } from './written-blocks.js';

const longestTitle = 60;
const longestNearest = 200;
/** Sentences of our own, with words of the question in them. */
const longestAdvice = 400;

/** What an answer says, before what is noted on it. */
interface Said extends Pick<Draft, 'body' | 'sections'> {
  /** Whether a quote was cut. */
  readonly isShortened: boolean;
}

function saidInQuotes(answer: Answer, options: ShowOptions, room: ShowRoom): Said {
  const { citations, disagreements } = answer;
  const { words } = options;
  const quotes = undisputedSentences(answer).map((sentence) => quoteBlock(sentence, citations, room.quote, words));
  const disputes = disagreements.map((disagreement) => disagreementBlocks(answer, disagreement, room, words));
  return {
    body: [...quotes.map(({ markdown }) => ({ text: markdown })), ...disputes.flatMap(({ blocks }) => blocks)],
    sections: [{ heading: words.results.sources, lines: sourceLines(citations, { ...options, ...room }) }],
    isShortened: [...quotes, ...disputes].some(({ isShortened }) => isShortened),
  };
}

function saidInProse(answer: Answer, options: ShowOptions, room: ShowRoom): Said {
  const { blocks, isShortened } = writtenBlocks(answer, room, options);
  return { body: blocks, sections: [], isShortened };
}

function answeredDraft(answer: Answer, options: ShowOptions, room: ShowRoom): Draft {
  const { citations } = answer;
  const { body, sections, isShortened } = (readsAsProse(answer) ? saidInProse : saidInQuotes)(answer, options, room);
  return {
    opening: openingLines(options, room),
    title: null,
    body: [...body, ...errataBlocks(options.errata ?? [], citations, room, options.words)],
    sections,
    closing: closingLine(answer, isShortened, options),
    tone: 'answer',
    components: resultButtons({ ...options, hasPassage: citations.length > 0, hasDispute: true }),
  };
}

function nearestLine(
  { title, paragraph, quote }: NearestPassage,
  isTitled: boolean,
  room: ShowRoom,
  { quoted, colon }: Words,
): string {
  const name = isTitled ? `${quoted(excerpt(title, { longest: longestTitle }).markdown)}, ` : '';
  const longest = Math.min(longestNearest, room.quote);
  return `> ${name}¶ ${paragraph}${colon}${quoted(excerpt(quote, { longest }).markdown)}`;
}

function advice(text: string): string {
  return excerpt(text, { longest: longestAdvice }).markdown;
}

function declinedDraft(answer: Answer, options: ShowOptions, room: ShowRoom): Draft {
  const { nearest, reason } = answer;
  const { words } = options;
  const texts = words.results.answer;
  const missing = words.facts.missing(answer);
  const suggestion = words.facts.suggestion(answer);
  const isTitled = new Set(nearest.map(({ document }) => document)).size > 1;
  const lines = nearest.map((passage) => nearestLine(passage, isTitled, room, words));
  const asOf = reason === 'busy' ? null : dateOrNull(answer.asOf);
  return {
    opening: openingLines(options, room),
    title: reason === 'busy' ? `⏳ ${texts.busy}` : `🔎 ${texts.declined}`,
    body: missing === null ? [] : [{ text: advice(missing) }],
    sections: [
      ...(lines.length === 0 ? [] : [{ heading: texts.nearest, lines, isLoose: true }]),
      ...(suggestion === null ? [] : [{ heading: texts.advice, lines: [advice(suggestion)] }]),
    ],
    closing: asOf === null ? null : texts.asOf(asOf),
    tone: 'no-answer',
    components: resultButtons({ ...options, hasPassage: nearest.length > 0, hasDispute: false }),
  };
}

export function answerDraft(answer: Answer, options: ShowOptions, room: ShowRoom): Draft {
  const draftOf = answer.outcome === 'answered' ? answeredDraft : declinedDraft;
  return draftOf(answer, options, room);
}

/** An answer as its messages: almost always one. A declined one looks different and shows no quote as an answer. */
export function writeAnswer(answer: Answer, options: ShowOptions): readonly OutgoingMessage[] {
  return fitMessages((room) => answerDraft(answer, options, room), options);
}
