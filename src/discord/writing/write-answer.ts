import { undisputedSentences } from '../../disputed-sides.js';
import type { Answer, NearestPassage } from '../../types.js';
import { readsAsProse } from '../../written-paragraphs.js';
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
import { shownDate } from './shown-date.js';
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

function quoted(answer: Answer, { layout }: ShowOptions, room: ShowRoom): Said {
  const { citations, disagreements } = answer;
  const quotes = undisputedSentences(answer).map((sentence) => quoteBlock(sentence, citations, room.quote));
  const disputes = disagreements.map((disagreement) => disagreementBlocks(answer, disagreement, room));
  return {
    body: [...quotes.map(({ markdown }) => ({ text: markdown })), ...disputes.flatMap(({ blocks }) => blocks)],
    sections: [{ heading: 'Sources', lines: sourceLines(citations, { ...room, layout }) }],
    isShortened: [...quotes, ...disputes].some(({ isShortened }) => isShortened),
  };
}

function written(answer: Answer, { layout }: ShowOptions, room: ShowRoom): Said {
  const { blocks, isShortened } = writtenBlocks(answer, room, layout);
  return { body: blocks, sections: [], isShortened };
}

function answeredDraft(answer: Answer, options: ShowOptions, room: ShowRoom): Draft {
  const { citations } = answer;
  const { body, sections, isShortened } = (readsAsProse(answer) ? written : quoted)(answer, options, room);
  return {
    opening: openingLines(options, room),
    title: null,
    body: [...body, ...errataBlocks(options.errata ?? [], citations, room)],
    sections,
    closing: closingLine(answer, isShortened, options.layout),
    tone: 'answer',
    components: resultButtons({ ...options, hasPassage: citations.length > 0, hasDispute: true }),
  };
}

function nearestLine({ title, paragraph, quote }: NearestPassage, isTitled: boolean, room: ShowRoom): string {
  const name = isTitled ? `“${excerpt(title, { longest: longestTitle }).markdown}”, ` : '';
  const longest = Math.min(longestNearest, room.quote);
  return `> ${name}¶ ${paragraph}: “${excerpt(quote, { longest }).markdown}”`;
}

function advice(text: string): string {
  return excerpt(text, { longest: longestAdvice }).markdown;
}

function declinedDraft(answer: Answer, options: ShowOptions, room: ShowRoom): Draft {
  const { missing, suggestion, nearest, reason, asOf } = answer;
  const isTitled = new Set(nearest.map(({ document }) => document)).size > 1;
  const lines = nearest.map((passage) => nearestLine(passage, isTitled, room));
  const date = reason === 'busy' ? null : shownDate(asOf);
  return {
    opening: openingLines(options, room),
    title: reason === 'busy' ? '⏳ This was not answered.' : '🔎 The documents do not answer this.',
    body: missing === null ? [] : [{ text: advice(missing) }],
    sections: [
      ...(lines.length === 0 ? [] : [{ heading: 'Nearest passages (not an answer)', lines, isLoose: true }]),
      ...(suggestion === null ? [] : [{ heading: 'What you can do', lines: [advice(suggestion)] }]),
    ],
    closing: date === null ? null : `The documents are as of ${date}.`,
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
  return fitMessages((room) => answerDraft(answer, options, room), options.layout);
}
