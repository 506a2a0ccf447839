import type { LevelLetter } from './letter.js';
import { logicalOrder } from './logical-order.js';

// In parts of the letters' size. The narrowest space between words is a fifth of an em, kerning moves less than a tenth.
const wordGap = 0.13;
const raisedBy = 0.2;
const markSize = 0.8;

/** Ligatures and the shapes that letters of Hebrew and Arabic take in words: one code point for what is typed as others. */
const presentationForms = /[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]/gu;

function plainText(text: string): string {
  return text.replaceAll(presentationForms, (form) => form.normalize('NFKC')).replaceAll(/\p{Cc}/gu, '');
}

interface Piece {
  readonly text: string;
  readonly isRaisedDigit: boolean;
}

/** A raised number after a word or a stop is the mark of a note; after anything else it is a power or a unit. */
function withNoteMarks(pieces: readonly Piece[]): readonly string[] {
  const written: string[] = [];
  let before = '';
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index] as Piece;
    let number = '';
    while (pieces[index]?.isRaisedDigit === true) {
      number += pieces[index]?.text;
      index += 1;
    }
    if (number === '') index += 1;
    const isMark = number !== '' && /(?:\p{L}{3}|[.,;:!?”"’)\]])$/u.test(before);
    const text = number === '' ? piece.text : isMark ? `[${number}]` : number;
    written.push(text);
    before = (before + text).slice(-8);
  }
  return written;
}

/**
 * The text of letters on one baseline, given from left to right: spaces where a gap is as wide as one, ligatures taken
 * apart, the marks of notes as `[1]`, and text that runs from right to left in the order in which it is read.
 */
export function cellText(
  letters: readonly LevelLetter[],
  baseline: number,
  size: number,
): { text: string; isRightToLeft: boolean } {
  const pieces: Piece[] = [];
  let end = Number.POSITIVE_INFINITY;
  let isSpaced = false;
  for (const letter of letters) {
    const text = plainText(letter.text);
    if (text.trim() === '') {
      isSpaced ||= text !== '';
      continue;
    }
    if (pieces.length > 0 && (isSpaced || letter.x - end > wordGap * size)) {
      pieces.push({ text: ' ', isRaisedDigit: false });
    }
    isSpaced = false;
    end = letter.x + letter.width;
    const isRaised = baseline - letter.y > raisedBy * size || letter.y < baseline - raisedBy * letter.size;
    pieces.push({ text, isRaisedDigit: isRaised && letter.size < markSize * size && /^\d$/u.test(text) });
  }
  const { units, isRightToLeft } = logicalOrder(withNoteMarks(pieces));
  return { text: units.join('').normalize('NFC').toWellFormed(), isRightToLeft };
}
