import { isTag, isVariationSelector } from './unseen-characters.js';

// Scripts in which joiners and zero width spaces are spelling, not tricks.
const joiningScript =
  /[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Thai}\p{sc=Lao}\p{sc=Tibetan}\p{sc=Myanmar}\p{sc=Khmer}\p{sc=Mongolian}]/u;
const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;
const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const takesSelector = /[\p{Emoji}\p{S}\p{P}\p{sc=Han}\p{sc=Mongolian}\p{sc=Myanmar}]/u;
const letter = /[\p{L}\p{M}\p{N}]/u;

/** The character that ends before `at`, the one that begins at it; '' at the ends. */
export function characterBefore(text: string, at: number): string {
  if (at <= 0) return '';
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);
}

export function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Whether a text runs from right to left in places. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

export function isInsideWord(text: string, start: number, end: number): boolean {
  return letter.test(characterBefore(text, start)) && letter.test(characterAt(text, end));
}

/** A flag such as that of Scotland is a black flag with tags: within so many units before a tag stands the flag. */
const longestFlag = 16;

/** Whether a character that nobody sees is there as the script or an emoji needs it, or as a typesetter puts it. */
export function isLegitimate(text: string, start: number, code: number): boolean {
  const end = start + (code > 0xffff ? 2 : 1);
  const before = characterBefore(text, start);
  // Where a line was broken, the rest of the word may be gone.
  if (code === 0xad) return letter.test(before);
  if (code === 0x200e || code === 0x200f || code === 0x61c) return hasRightToLeft(text);
  if (isVariationSelector(code)) return takesSelector.test(before) && !isVariationSelector(before.codePointAt(0) ?? 0);
  if (isTag(code)) return text.slice(Math.max(0, start - longestFlag), start).includes('\u{1f3f4}');
  if (code < 0x200b || code > 0x200d) return code >= 0x180b && code <= 0x180f && joiningScript.test(before);
  const after = characterAt(text, end);
  if (code === 0x200d && pictograph.test(before) && pictograph.test(after)) return true;
  return joiningScript.test(before) || joiningScript.test(after);
}
