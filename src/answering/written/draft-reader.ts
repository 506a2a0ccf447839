import { sentenceSpans } from '../../language/sentences.js';
import { withoutFormatting, withoutInvisible } from './draft-formatting.js';
import { beginsOpenMark, endsWithMark, leadingMarksLength, takeMarks, withMarksInside } from './draft-marks.js';

/** A sentence as a model wrote it, before anybody checked it. */
export interface DraftSentence {
  /** Without marks and formatting, on one line. */
  readonly text: string;
  /** Numbers of the passages that it says it stands on, each once; there may be none of that number. */
  readonly marks: readonly number[];
  /** It has no end, or no beginning. */
  readonly isBroken: boolean;
}

/** Takes the pieces of a draft as they come and gives each sentence once, as soon as it is certain where it ends. */
export interface DraftReader {
  /** The sentences that this piece completes. */
  push(piece: string): readonly DraftSentence[];
  /** The rest. @param isWhole False when the model was cut off. */
  finish(isWhole: boolean): readonly DraftSentence[];
}

/** What goes on longer than this without an end is no sentence, and neither is what follows it up to the next end. */
const longestSentence = 800;
/** The next word is looked for within so many characters. */
const longestLookahead = 120;
const maybeEnd = /[.!?…。！？]+["'”’»)\]*_`]*|\n/gu;
/** Through the first word after a possible end: with it language/sentences.ts knows an abbreviation from an end. */
const nextWord = /^[^\p{L}]*\p{L}\S*(?=\s)/u;
const hasEnd = /[.!?…。！？]["'”’»)\]*_`]*$/u;
const declining = /^["'“]?no[ _-]?answer["'”]?[.!]?$/iu;

/** True for the words by which a model says that the passages do not answer. */
export function isNoAnswer({ text }: Pick<DraftSentence, 'text'>): boolean {
  return declining.test(text);
}

function sentencesIn(raw: string): number {
  return sentenceSpans(takeMarks(withMarksInside(raw)).text).length;
}

function sentenceOf(raw: string, isBroken: boolean): readonly DraftSentence[] {
  const { text: unmarked, marks } = takeMarks(raw);
  const text = withoutFormatting(unmarked).replaceAll(/\s+(?=[.,;:!?])/gu, '');
  return /[\p{L}\p{N}]/u.test(text) ? [{ text, marks, isBroken }] : [];
}

/**
 * Reads a draft in English. Whatever pieces it is cut into, the same sentences come out: where one ends is decided when
 * the first word after it is whole, and by nothing that stands later.
 */
export function createDraftReader(): DraftReader {
  let buffer = '';
  /** Possible ends before this place in the buffer are none. */
  let searched = 0;
  let lacksBeginning = false;
  /** The first half of a character that a piece ends within. */
  let half = '';

  function take(length: number, isBroken: boolean): readonly DraftSentence[] {
    const found = sentenceOf(buffer.slice(0, length), isBroken || lacksBeginning);
    buffer = buffer.slice(length);
    searched = 0;
    lacksBeginning = isBroken;
    return found;
  }

  /** Length of the first sentence of the buffer; `none` when it has no end, `open` while the next word may decide. */
  function lengthOfFirst(isOver: boolean): number | 'none' | 'open' {
    maybeEnd.lastIndex = searched;
    for (let found = maybeEnd.exec(buffer); found !== null; found = maybeEnd.exec(buffer)) {
      const end = found.index + found[0].length;
      const stop = end + (found[0] === '\n' ? 0 : leadingMarksLength(buffer.slice(end, end + longestLookahead)));
      const after = buffer.slice(stop, stop + longestLookahead);
      const word = nextWord.exec(after)?.[0].length;
      const isDecided = isOver || (word !== undefined && !beginsOpenMark(after)) || after.length === longestLookahead;
      if (!isDecided) return 'open';
      if (endsWithMark(buffer.slice(0, end)) || sentencesIn(buffer.slice(0, stop + (word ?? after.length))) > 1)
        return stop;
      searched = end;
    }
    return 'none';
  }

  function read(isOver: boolean): readonly DraftSentence[] {
    const found: DraftSentence[] = [];
    for (;;) {
      const length = lengthOfFirst(isOver);
      if (length === 'open') return found;
      if ((length === 'none' ? buffer.length : length) > longestSentence) found.push(...take(longestSentence, true));
      else if (length === 'none') return found;
      else found.push(...take(length, false));
    }
  }

  return {
    push(piece) {
      const text = half + piece;
      half = /[\uD800-\uDBFF]$/u.exec(text)?.[0] ?? '';
      buffer += withoutInvisible(text.slice(0, text.length - half.length));
      return read(false);
    },
    finish(isWhole) {
      const found = read(true);
      return [...found, ...take(buffer.length, !isWhole && !hasEnd.test(takeMarks(buffer).text.trim()))];
    },
  };
}
