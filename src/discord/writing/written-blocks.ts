import { writtenWording } from '../../language/written-wording.js';
import type { Answer, AnswerSentence, Citation, Summary } from '../../types.js';
import { writtenParagraphs } from '../../written-paragraphs.js';
import { cautionLines } from './caution-lines.js';
import { excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import { modelText } from './model-text.js';
import type { MessageLayout } from './outgoing-message.js';
import type { Block } from './pack-blocks.js';
import { spanInQuote } from './quote-block.js';
import { shownDate } from './shown-date.js';
import { fullName, openLink, shortName } from './source-lines.js';

export interface WrittenBlocks {
  readonly blocks: readonly Block[];
  /** Whether a quote was cut. */
  readonly isShortened: boolean;
}

/** Whatever room there is: without its end, a sentence may say the opposite. */
const longestSentence = 700;
const longestParagraph = 1_800;
const longestQuote = 400;

/** A sentence with its marks. What a model wrote is in no quotation marks, unless it is the document's, word for word. */
export function sentenceMarkdown(
  { text, citations: marks }: Pick<AnswerSentence, 'text' | 'citations'>,
  citations: readonly Citation[],
): string {
  const isVerbatim = citations.find(({ n }) => n === marks[0])?.quote === text;
  const { markdown } = excerpt(isVerbatim ? text : modelText(text), { longest: longestSentence });
  return `${isVerbatim ? `“${markdown}”` : markdown} ${marks.map((n) => `[${n}]`).join('')}`;
}

function paragraphBlocks(sentences: readonly AnswerSentence[], citations: readonly Citation[]): readonly Block[] {
  const texts: string[] = [];
  for (const sentence of sentences) {
    const shown = sentenceMarkdown(sentence, citations);
    const longer = texts.length === 0 ? shown : `${texts.at(-1)} ${shown}`;
    if (texts.length > 0 && longer.length <= longestParagraph) texts[texts.length - 1] = longer;
    else texts.push([shown, ...cautionLines(sentence)].join('\n'));
  }
  return texts.map((text) => ({ text }));
}

interface PlaceLook {
  readonly isOneDocument: boolean;
  /** Without its quote where that stands above. */
  readonly hasQuote: boolean;
  readonly room: ShowRoom;
  readonly layout: MessageLayout;
}

/** A quote under its mark, its source and its date. */
function placeBlock(
  citation: Citation,
  { isOneDocument, hasQuote, room, layout }: PlaceLook,
): { readonly text: string; readonly isShortened: boolean } {
  const { n, quote, paragraph, date, url } = citation;
  const name = isOneDocument
    ? [shortName(citation), shownDate(date)].filter((words) => words !== null).join(', ')
    : fullName(citation);
  const link = room.hasLinks ? openLink(url, layout) : '';
  const place = `[${n}] ${name}, ¶ ${paragraph}${link}`;
  if (!hasQuote) return { text: place, isShortened: false };
  const span = spanInQuote(citation);
  const { markdown, isShortened } = excerpt(quote, {
    longest: Math.min(longestQuote, room.quote),
    ...(span === null ? {} : { bold: span }),
  });
  return { text: `${place}\n> “${markdown}”`, isShortened };
}

/** The quotes that sentences stand on, under their heading. */
function placeBlocks(
  citations: readonly Citation[],
  room: ShowRoom,
  layout: MessageLayout,
  isShownAbove: (citation: Citation) => boolean = () => false,
): WrittenBlocks {
  const isOneDocument = new Set(citations.map(({ document }) => document)).size === 1;
  const places = citations.map((citation) =>
    placeBlock(citation, { isOneDocument, hasQuote: !isShownAbove(citation), room, layout }),
  );
  return {
    blocks: places.map(
      ({ text }, index): Block =>
        index === 0 ? { text: `**${writtenWording.quotes}**\n${text}` } : { text, isTight: true },
    ),
    isShortened: places.some(({ isShortened }) => isShortened),
  };
}

/** What a chat model wrote, each sentence with its marks and cautions, and below it the quotes that it stands on. */
export function writtenBlocks(
  { sentences, citations }: Pick<Answer, 'sentences' | 'citations'>,
  room: ShowRoom,
  layout: MessageLayout,
): WrittenBlocks {
  const places = placeBlocks(citations, room, layout);
  return {
    blocks: [
      ...writtenParagraphs(sentences).flatMap((paragraph) => paragraphBlocks(paragraph, citations)),
      ...places.blocks,
    ],
    isShortened: places.isShortened,
  };
}

/** The points of a summary that a chat model wrote, each by itself with its marks and cautions; below, the quotes. */
export function pointBlocks(
  { points, citations }: Pick<Summary, 'points' | 'citations'>,
  room: ShowRoom,
  layout: MessageLayout,
): WrittenBlocks {
  const texts = points.map((point) => `• ${[sentenceMarkdown(point, citations), ...cautionLines(point)].join('\n')}`);
  // What stands above word for word need not stand below again.
  const quoted = points.flatMap(({ standing, citations: marks }) => (standing === 'quoted' ? marks : []));
  const written = points.flatMap(({ standing, citations: marks }) => (standing === 'quoted' ? [] : marks));
  const isShownAbove = ({ n }: Citation): boolean => quoted.includes(n) && !written.includes(n);
  const places = placeBlocks(citations, room, layout, isShownAbove);
  const isCut = points.some(({ standing, text }) => standing === 'quoted' && text.length > longestSentence);
  return {
    blocks: [...texts.map((text, at): Block => ({ text, isTight: at > 0 })), ...places.blocks],
    isShortened: isCut || places.isShortened,
  };
}
