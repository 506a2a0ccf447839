import { coverageWording } from '../../language/shown-wording.js';
import { writtenWording } from '../../language/written-wording.js';
import type { Summary } from '../../types.js';
import { closingLine } from './closing-line.js';
import type { Draft } from './compose-messages.js';
import { errataBlocks } from './errata-blocks.js';
import { excerpt } from './excerpt.js';
import { fitInto, fitMessages, type ShowRoom } from './fit-messages.js';
import { openingLines } from './opening-lines.js';
import type { MessageLayout, OutgoingMessage } from './outgoing-message.js';
import type { Block } from './pack-blocks.js';
import { quoteBlock } from './quote-block.js';
import { resultButtons } from './result-buttons.js';
import type { ShowOptions } from './show-options.js';
import { sourceLines } from './source-lines.js';
import { pointBlocks } from './written-blocks.js';

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

/** What a summary says, before what is noted on it. */
interface Said extends Pick<Draft, 'body' | 'sections'> {
  /** Whether a quote was cut. */
  readonly isShortened: boolean;
}

function quoted({ points, citations }: Summary, layout: MessageLayout, room: ShowRoom): Said {
  const quotes = points.map((point) => quoteBlock(point, citations, Math.min(longestPoint, room.quote)));
  return {
    body: quotes.map(({ markdown }) => ({ text: markdown })),
    sections:
      citations.length === 0 ? [] : [{ heading: 'Sources', lines: sourceLines(citations, { ...room, layout }) }],
    isShortened: quotes.some(({ isShortened }) => isShortened),
  };
}

function written(summary: Summary, layout: MessageLayout, room: ShowRoom): Said {
  const { blocks, isShortened } = pointBlocks(summary, room, layout);
  return { body: blocks, sections: [], isShortened };
}

export function summaryDraft(summary: Summary, options: ShowOptions, room: ShowRoom): Draft {
  const { points, citations, coverage, mode } = summary;
  const { body, sections, isShortened } = (mode === 'written' ? written : quoted)(summary, options.layout, room);
  const isMixed = mode === 'written' && points.some(({ standing }) => standing === 'quoted');
  const closing = closingLine(summary, isShortened, options.layout);
  return {
    opening: openingLines(options, room),
    title: null,
    body: [
      heading(summary),
      ...(body.length === 0 ? [emptyBlock(summary)] : body),
      ...errataBlocks(options.errata ?? [], citations, room),
    ],
    sections: [...sections, { heading: 'Coverage', lines: [coverageWording(coverage, mostMissingNamed)] }],
    closing: isMixed ? `${closing} ${writtenWording.quotedToo}` : closing,
    tone: 'neutral',
    components: resultButtons({ ...options, hasPassage: citations.length > 0, hasDispute: points.length > 0 }),
  };
}

/** A cited summary, its points in reading order, with how much of the document they speak for. */
export function writeSummary(summary: Summary, options: ShowOptions): readonly OutgoingMessage[] {
  return fitMessages((room) => summaryDraft(summary, options, room), options.layout);
}

/**
 * The written points as far as there are any, in one message that says that it goes on; without buttons. `null` when one
 * message does not hold them.
 */
export function writeSummarySoFar(
  summary: Summary,
  options: Pick<ShowOptions, 'echo' | 'understoodAs' | 'layout'>,
): OutgoingMessage | null {
  const messages = fitInto(
    (room) => ({
      opening: openingLines(options, room),
      title: null,
      body: [heading(summary), ...written(summary, options.layout, room).body],
      sections: [],
      closing: writtenWording.goesOn,
      tone: 'neutral',
      components: [],
    }),
    options.layout,
    1,
  );
  return messages?.[0] ?? null;
}
