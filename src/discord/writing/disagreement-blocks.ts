import { type DisputedSide, disputedSides } from '../../disputed-sides.js';
import type { Answer, Disagreement } from '../../types.js';
import type { Words } from '../wording/words.js';
import { type Excerpt, excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import type { Block } from './pack-blocks.js';
import { quoteBlock } from './quote-block.js';
import { dateOrNull } from './shown-date.js';
import { fullName } from './source-lines.js';

export interface DisagreementBlocks {
  readonly blocks: readonly Block[];
  /** Whether a quote was cut. */
  readonly isShortened: boolean;
}

/** A heading, what it is about, whose side it is and a quote, escapes and all, must fit into one block. */
const longestAbout = 160;
const longestQuote = 400;

/**
 * Whose side it is and as of when: a reader of a disagreement looks for the later one. It begins with a word of ours, so
 * that no publisher's name can pass for a heading or a source.
 */
function sourceLine({ source }: DisputedSide, words: Words): string {
  return `**${words.results.answer.from(fullName(source, words), dateOrNull(source.date) !== null)}**`;
}

/** One document's sentences under its name. */
function sideBlocks(
  side: DisputedSide,
  answer: Answer,
  room: ShowRoom,
  words: Words,
): { lead: string; quotes: readonly Excerpt[] } {
  const longest = Math.min(longestQuote, room.quote);
  return {
    lead: sourceLine(side, words),
    quotes: side.sentences.map((sentence) => quoteBlock(sentence, answer.citations, longest, words)),
  };
}

/** A disagreement: what it is about, then document by document what each says. */
export function disagreementBlocks(
  answer: Answer,
  disagreement: Disagreement,
  room: ShowRoom,
  words: Words,
): DisagreementBlocks {
  const about = excerpt(words.facts.about(disagreement) ?? '', { longest: longestAbout }).markdown;
  const heading = `⚖️ **${words.results.answer.disagree}**${about === '' ? '' : `\n${about}`}`;
  const sides = disputedSides(answer, disagreement).map((side) => sideBlocks(side, answer, room, words));
  const blocks = sides.flatMap(({ lead, quotes }, index) =>
    quotes.map(({ markdown }, at): Block => {
      if (at > 0) return { text: markdown, isTight: true };
      // The heading stays with the first side, and a name with the first quote under it.
      return { text: index === 0 ? `${heading}\n\n${lead}\n${markdown}` : `${lead}\n${markdown}` };
    }),
  );
  return { blocks, isShortened: sides.some(({ quotes }) => quotes.some(({ isShortened }) => isShortened)) };
}
