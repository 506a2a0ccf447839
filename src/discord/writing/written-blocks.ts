import type { Answer, AnswerSentence, Citation, Summary } from '../../types.js';
import { writtenParagraphs } from '../../written-paragraphs.js';
import type { Words } from '../wording/words.js';
import { cautionLines } from './caution-lines.js';
import { excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import { modelText } from './model-text.js';
import type { Block } from './pack-blocks.js';
import { spanInQuote } from './quote-block.js';
import type { ShowOptions } from './show-options.js';
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
  { quoted }: Words,
): string {
  const isVerbatim = citations.find(({ n }) => n === marks[0])?.quote === text;
  const { markdown } = excerpt(isVerbatim ? text : modelText(text), { longest: longestSentence });
  return `${isVerbatim ? quoted(markdown) : markdown} ${marks.map((n) => `[${n}]`).join('')}`;
}

function paragraphBlocks(
  sentences: readonly AnswerSentence[],
  citations: readonly Citation[],
  words: Words,
): readonly Block[] {
  const texts: string[] = [];
  for (const sentence of sentences) {
    const shown = sentenceMarkdown(sentence, citations, words);
    const longer = texts.length === 0 ? shown : `${texts.at(-1)} ${shown}`;
    if (texts.length > 0 && longer.length <= longestParagraph) texts[texts.length - 1] = longer;
    else texts.push([shown, ...cautionLines(sentence, words)].join('\n'));
  }
  return texts.map((text) => ({ text }));
}

interface PlaceLook {
  readonly isOneDocument: boolean;
  /** Without its quote where that stands above. */
  readonly hasQuote: boolean;
  readonly room: ShowRoom;
  readonly layout: ShowOptions['layout'];
  readonly words: Words;
}

/** A quote under its mark, its source and its date. */
function placeBlock(
  citation: Citation,
  { isOneDocument, hasQuote, room, layout, words }: PlaceLook,
): { readonly text: string; readonly isShortened: boolean } {
  const { n, quote, paragraph, date, url } = citation;
  const name = isOneDocument
    ? [shortName(citation, words), shownDate(date, words)].filter((part) => part !== null).join(', ')
    : fullName(citation, words);
  const link = room.hasLinks ? openLink(url, layout, words) : '';
  const place = `[${n}] ${name}, ¶ ${paragraph}${link}`;
  if (!hasQuote) return { text: place, isShortened: false };
  const span = spanInQuote(citation);
  const { markdown, isShortened } = excerpt(quote, {
    longest: Math.min(longestQuote, room.quote),
    ...(span === null ? {} : { bold: span }),
  });
  return { text: `${place}\n> ${words.quoted(markdown)}`, isShortened };
}

/** The quotes that sentences stand on, under their heading. */
function placeBlocks(
  citations: readonly Citation[],
  room: ShowRoom,
  { layout, words }: Pick<ShowOptions, 'layout' | 'words'>,
  isShownAbove: (citation: Citation) => boolean = () => false,
): WrittenBlocks {
  const isOneDocument = new Set(citations.map(({ document }) => document)).size === 1;
  const places = citations.map((citation) =>
    placeBlock(citation, { isOneDocument, hasQuote: !isShownAbove(citation), room, layout, words }),
  );
  return {
    blocks: places.map(
      ({ text }, index): Block =>
        index === 0 ? { text: `**${words.results.written.quotes}**\n${text}` } : { text, isTight: true },
    ),
    isShortened: places.some(({ isShortened }) => isShortened),
  };
}

/** What a chat model wrote, each sentence with its marks and cautions, and below it the quotes that it stands on. */
export function writtenBlocks(
  { sentences, citations }: Pick<Answer, 'sentences' | 'citations'>,
  room: ShowRoom,
  options: Pick<ShowOptions, 'layout' | 'words'>,
): WrittenBlocks {
  const places = placeBlocks(citations, room, options);
  return {
    blocks: [
      ...writtenParagraphs(sentences).flatMap((paragraph) => paragraphBlocks(paragraph, citations, options.words)),
      ...places.blocks,
    ],
    isShortened: places.isShortened,
  };
}

/** The points of a summary that a chat model wrote, each by itself with its marks and cautions; below, the quotes. */
export function pointBlocks(
  { points, citations }: Pick<Summary, 'points' | 'citations'>,
  room: ShowRoom,
  options: Pick<ShowOptions, 'layout' | 'words'>,
): WrittenBlocks {
  const { words } = options;
  const texts = points.map(
    (point) => `• ${[sentenceMarkdown(point, citations, words), ...cautionLines(point, words)].join('\n')}`,
  );
  // What stands above word for word need not stand below again.
  const quoted = points.flatMap(({ standing, citations: marks }) => (standing === 'quoted' ? marks : []));
  const written = points.flatMap(({ standing, citations: marks }) => (standing === 'quoted' ? [] : marks));
  const isShownAbove = ({ n }: Citation): boolean => quoted.includes(n) && !written.includes(n);
  const places = placeBlocks(citations, room, options, isShownAbove);
  const isCut = points.some(({ standing, text }) => standing === 'quoted' && text.length > longestSentence);
  return {
    blocks: [...texts.map((text, at): Block => ({ text, isTight: at > 0 })), ...places.blocks],
    isShortened: isCut || places.isShortened,
  };
}
