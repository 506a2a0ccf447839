import { coverageWording } from '../../language/shown-wording.js';
import type { Summary } from '../../types.js';
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

function heading({ title, paragraphs, focus }: Summary): Block {
  const about = [
    ...(paragraphs === null ? [] : [`¶ ${paragraphs[0]} to ¶ ${paragraphs[1]}`]),
    ...(focus === null ? [] : [`about “${excerpt(focus, { longest: longestFocus }).markdown}”`]),
  ];
  const name = `**Summary of “${excerpt(title, { longest: longestTitle }).markdown}”**`;
  return { text: about.length === 0 ? name : `${name}\n${about.join(', ')}` };
}

/** Without points: nothing is about what was asked for, or there is no text that could be. */
function emptyBlock({ focus, coverage }: Summary): Block {
  const isOffFocus = focus !== null && coverage.missing.length > 0;
  return { text: isOffFocus ? 'Nothing there is about this.' : 'There are no sentences there to sum up.' };
}

export function summaryDraft(summary: Summary, options: ShowOptions, room: ShowRoom): Draft {
  const { points, citations, coverage } = summary;
  const quotes = points.map((point) => quoteBlock(point, citations, Math.min(longestPoint, room.quote)));
  return {
    opening: openingLines(options, room),
    title: null,
    body: [
      heading(summary),
      ...(quotes.length === 0 ? [emptyBlock(summary)] : quotes.map(({ markdown }) => ({ text: markdown }))),
      ...errataBlocks(options.errata ?? [], citations, room),
    ],
    sections: [
      ...(citations.length === 0
        ? []
        : [{ heading: 'Sources', lines: sourceLines(citations, { ...room, layout: options.layout }) }]),
      { heading: 'Coverage', lines: [coverageWording(coverage, mostMissingNamed)] },
    ],
    closing: closingLine(
      summary,
      quotes.some(({ isShortened }) => isShortened),
      options.layout,
    ),
    tone: 'neutral',
    components: resultButtons({ ...options, hasPassage: citations.length > 0, hasDispute: points.length > 0 }),
  };
}

/** A cited summary, its points in reading order, with how much of the document they speak for. */
export function writeSummary(summary: Summary, options: ShowOptions): readonly OutgoingMessage[] {
  return fitMessages((room) => summaryDraft(summary, options, room), options.layout);
}
