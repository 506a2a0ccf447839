import type { Summary } from '../../types.js';
import type { Words } from '../wording/words.js';
import { closingLine } from './closing-line.js';
import type { Draft } from './compose-messages.js';
import { errataBlocks } from './errata-blocks.js';
import { excerpt } from './excerpt.js';
import { fitInto, fitMessages, type ShowRoom } from './fit-messages.js';
import { openingLines } from './opening-lines.js';
import type { OutgoingMessage } from './outgoing-message.js';
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

function heading({ title, paragraphs, focus }: Summary, words: Words): Block {
  const texts = words.results.summary;
  const about = [
    ...(paragraphs === null ? [] : [texts.paragraphs(...paragraphs)]),
    ...(focus === null ? [] : [texts.about(words.quoted(excerpt(focus, { longest: longestFocus }).markdown))]),
  ];
  const name = `**${texts.of(words.quoted(excerpt(title, { longest: longestTitle }).markdown))}**`;
  return { text: about.length === 0 ? name : `${name}\n${about.join(', ')}` };
}

/** Without points: nothing is about what was asked for, or there is no text that could be. */
function emptyBlock({ focus, coverage }: Summary, { results }: Words): Block {
  const isOffFocus = focus !== null && coverage.missing.length > 0;
  return { text: isOffFocus ? results.summary.offFocus : results.summary.empty };
}

type Look = Pick<ShowOptions, 'layout' | 'words'>;

/** What a summary says, before what is noted on it. */
interface Said extends Pick<Draft, 'body' | 'sections'> {
  /** Whether a quote was cut. */
  readonly isShortened: boolean;
}

function quoted({ points, citations }: Summary, options: Look, room: ShowRoom): Said {
  const { words } = options;
  const quotes = points.map((point) => quoteBlock(point, citations, Math.min(longestPoint, room.quote), words));
  return {
    body: quotes.map(({ markdown }) => ({ text: markdown })),
    sections:
      citations.length === 0
        ? []
        : [{ heading: words.results.sources, lines: sourceLines(citations, { ...options, ...room }) }],
    isShortened: quotes.some(({ isShortened }) => isShortened),
  };
}

function written(summary: Summary, options: Look, room: ShowRoom): Said {
  const { blocks, isShortened } = pointBlocks(summary, room, options);
  return { body: blocks, sections: [], isShortened };
}

export function summaryDraft(summary: Summary, options: ShowOptions, room: ShowRoom): Draft {
  const { points, citations, coverage, mode } = summary;
  const { words } = options;
  const texts = words.results.summary;
  const { body, sections, isShortened } = (mode === 'written' ? written : quoted)(summary, options, room);
  const isMixed = mode === 'written' && points.some(({ standing }) => standing === 'quoted');
  const closing = closingLine(summary, isShortened, options);
  return {
    opening: openingLines(options, room),
    title: null,
    body: [
      heading(summary, words),
      ...(body.length === 0 ? [emptyBlock(summary, words)] : body),
      ...errataBlocks(options.errata ?? [], citations, room, words),
    ],
    sections: [...sections, { heading: texts.coverage, lines: [texts.covered(coverage, mostMissingNamed)] }],
    closing: isMixed ? `${closing} ${words.results.written.quotedToo}` : closing,
    tone: 'neutral',
    components: resultButtons({ ...options, hasPassage: citations.length > 0, hasDispute: points.length > 0 }),
  };
}

/** A cited summary, its points in reading order, with how much of the document they speak for. */
export function writeSummary(summary: Summary, options: ShowOptions): readonly OutgoingMessage[] {
  return fitMessages((room) => summaryDraft(summary, options, room), options);
}

/**
 * The written points as far as there are any, in one message that says that it goes on; without buttons. `null` when one
 * message does not hold them.
 */
export function writeSummarySoFar(
  summary: Summary,
  options: Pick<ShowOptions, 'echo' | 'understoodAs' | 'layout' | 'words'>,
): OutgoingMessage | null {
  const messages = fitInto(
    (room) => ({
      opening: openingLines(options, room),
      title: null,
      body: [heading(summary, options.words), ...written(summary, options, room).body],
      sections: [],
      closing: options.words.results.written.goesOn,
      tone: 'neutral',
      components: [],
    }),
    options,
    1,
  );
  return messages?.[0] ?? null;
}
