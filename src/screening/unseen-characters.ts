/** Characters that leave no mark on the page, and those that turn its direction. */
export const unseenCharacter = /(?![\t\n\r])[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

const names: Readonly<Record<number, string>> = {
  173: 'SOFT HYPHEN',
  847: 'COMBINING GRAPHEME JOINER',
  1564: 'ARABIC LETTER MARK',
  4447: 'HANGUL CHOSEONG FILLER',
  4448: 'HANGUL JUNGSEONG FILLER',
  6158: 'MONGOLIAN VOWEL SEPARATOR',
  8203: 'ZERO WIDTH SPACE',
  8204: 'ZERO WIDTH NON-JOINER',
  8205: 'ZERO WIDTH JOINER',
  8206: 'LEFT-TO-RIGHT MARK',
  8207: 'RIGHT-TO-LEFT MARK',
  8234: 'LEFT-TO-RIGHT EMBEDDING',
  8235: 'RIGHT-TO-LEFT EMBEDDING',
  8236: 'POP DIRECTIONAL FORMATTING',
  8237: 'LEFT-TO-RIGHT OVERRIDE',
  8238: 'RIGHT-TO-LEFT OVERRIDE',
  8288: 'WORD JOINER',
  8289: 'FUNCTION APPLICATION',
  8290: 'INVISIBLE TIMES',
  8291: 'INVISIBLE SEPARATOR',
  8292: 'INVISIBLE PLUS',
  8294: 'LEFT-TO-RIGHT ISOLATE',
  8295: 'RIGHT-TO-LEFT ISOLATE',
  8296: 'FIRST STRONG ISOLATE',
  8297: 'POP DIRECTIONAL ISOLATE',
  12644: 'HANGUL FILLER',
  65279: 'ZERO WIDTH NO-BREAK SPACE',
  65440: 'HALFWIDTH HANGUL FILLER',
};

/** A character by its number and its name in Unicode: "U+202E RIGHT-TO-LEFT OVERRIDE". */
export function nameOfCharacter(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (isVariationSelector(code)) return `${number} VARIATION SELECTOR`;
  if (code >= 0xe0000 && code <= 0xe007f) return `${number} TAG`;
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return `${number} CONTROL CHARACTER`;
  return names[code] === undefined ? number : `${number} ${names[code]}`;
}

export function isVariationSelector(code: number): boolean {
  return (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
}

export function isTag(code: number): boolean {
  return code >= 0xe0000 && code <= 0xe007f;
}

/** Overrides, embeddings and isolates: they change the order in which a line is shown. */
export function turnsDirection(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/**
 * What tags and variation selectors spell to a program: tags stand for ASCII, selectors for the bytes 0 to 255. '' when
 * that is no text.
 */
export function spelledOut(codes: readonly number[]): string {
  const tags = codes.filter((code) => code >= 0xe0020 && code <= 0xe007e);
  if (tags.length > 0) return String.fromCodePoint(...tags.map((code) => code - 0xe0000));
  const selectors = codes.filter(isVariationSelector);
  if (selectors.length < 2) return '';
  const bytes = Uint8Array.from(selectors, (code) => (code < 0xe0100 ? code - 0xfe00 : code - 0xe0100 + 16));
  const text = new TextDecoder().decode(bytes);
  return /^[\x20-\x7e\n\p{L}\p{P}]+$/u.test(text) ? text : '';
}
