import type { Summary } from '../../types.js';
import type { Words } from '../wording/words.js';
import { closingLine } from './closing-line.js';
import type { Draft } from './compose-messages.js';
import { errataBlocks } from './errata-blocks.js';
import { excerpt } from './excerpt.js';
import { fitMessages, type ShowRoom } from './fit-messages.js';
import { openingLines } from './opening-lines.js';
import type { OutgoingMessage } from './outgoing-message.js';
import type { Block } from './pack-blocks.js';
import { quoteBlock } from './quote-block.js';
import { resultButtons } from './result-buttons.js';
import type { ShowOptions } from './show-options.js';
import { sourceLines } from './source-lines.js';

const longestTitle = 200;
const longestFocus = 150;
const longestPoint = 400;
const mostMissingNamed = 12;

function heading({ title, paragraphs, focus }: Summary, { results, quoted }: Words): Block {
  const texts = results.summary;
  const about = [
    ...(paragraphs === null ? [] : [texts.paragraphs(...paragraphs)]),
    ...(focus === null ? [] : [texts.about(quoted(excerpt(focus, { longest: longestFocus }).markdown))]),
  ];
  const name = `**${texts.of(quoted(excerpt(title, { longest: longestTitle }).markdown))}**`;
  return { text: about.length === 0 ? name : `${name}\n${about.join(', ')}` };
}

/** Without points: nothing is about what was asked for, or there is no text that could be. */
function emptyBlock({ focus, coverage }: Summary, { results }: Words): Block {
  const isOffFocus = focus !== null && coverage.missing.length > 0;
  return { text: isOffFocus ? results.summary.offFocus : results.summary.empty };
}

export function summaryDraft(summary: Summary, options: ShowOptions, room: ShowRoom): Draft {
  const { points, citations, coverage } = summary;
  const { words } = options;
  const texts = words.results.summary;
  const quotes = points.map((point) => quoteBlock(point, citations, Math.min(longestPoint, room.quote), words));
  return {
    opening: openingLines(options, room),
    title: null,
    body: [
      heading(summary, words),
      ...(quotes.length === 0 ? [emptyBlock(summary, words)] : quotes.map(({ markdown }) => ({ text: markdown }))),
      ...errataBlocks(options.errata ?? [], citations, room, words),
    ],
    sections: [
      ...(citations.length === 0
        ? []
        : [{ heading: words.results.sources, lines: sourceLines(citations, { ...options, ...room }) }]),
      { heading: texts.coverage, lines: [texts.covered(coverage, mostMissingNamed)] },
    ],
    closing: closingLine(
      summary,
      quotes.some(({ isShortened }) => isShortened),
      options,
    ),
    tone: 'neutral',
    components: resultButtons({ ...options, hasPassage: citations.length > 0, hasDispute: points.length > 0 }),
  };
}

/** A cited summary, its points in reading order, with how much of the document they speak for. */
export function writeSummary(summary: Summary, options: ShowOptions): readonly OutgoingMessage[] {
  return fitMessages((room) => summaryDraft(summary, options, room), options);
}
