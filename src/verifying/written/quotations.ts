/** Words that a text puts in quotation marks, the marks left out. */
export interface Quotation {
  readonly text: string;
  /** Offsets of the quotation into the text, its marks included. */
  readonly start: number;
  readonly end: number;
}

const pairs =
  /“([^”“]*)”|„([^“”]*)[“”]|«([^»]*)»|"([^"]*)"|(?<![\p{L}\p{N}])‘((?:[^’]|’(?=\p{L}))*)’(?!\p{L})|(?<![\p{L}\p{N}])'((?:[^']|'(?=\p{L}))*)'(?!\p{L})/gu;

/** A mark that opens and does not close: what follows it cannot be told from the rest. */
const stray = /[“”„«»"]/u;

/** The quotations of a sentence in reading order; `undefined` when a quotation mark has no partner. */
export function quotationsIn(text: string): readonly Quotation[] | undefined {
  const found = [...text.matchAll(pairs)].map(({ index, 0: whole, ...groups }): Quotation => {
    const words = Object.values(groups).find((group) => typeof group === 'string' && whole.includes(group)) ?? '';
    return { text: String(words), start: index, end: index + whole.length };
  });
  let outside = '';
  let from = 0;
  for (const { start, end } of found) {
    outside += `${text.slice(from, start)} `;
    from = end;
  }
  return stray.test(outside + text.slice(from)) ? undefined : found;
}

/** Words as they are compared: no matter which quotation marks, dashes and spaces, and what stop ends them. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[“”„«»"‘’'`]/gu, '')
    .replaceAll(/[‐‑‒–—―-]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Where a quotation ends its writer puts a stop of their own; and may leave words out with dots. */
const ownStop = /^[\s.,;:!?…]+|[\s.,;:!?…]+$/gu;

const leftOut = /\s*(?:\[?(?:\.{3}|…)\]?)\s*/u;

const letters = /[\p{L}\p{N}]/u;

/** True when a text holds the words of a quotation, word for word; where dots leave something out, each part in its order. */
export function holdsQuotation(text: string, quotation: string): boolean {
  const whole = plain(text).toLowerCase();
  let from = 0;
  for (const part of quotation.split(leftOut)) {
    const words = plain(part).replaceAll(ownStop, '').toLowerCase();
    if (words === '') continue;
    let at = whole.indexOf(words, from);
    // "he art" is not in "the article".
    while (at >= 0 && (letters.test(whole[at - 1] ?? '') || letters.test(whole[at + words.length] ?? ''))) {
      at = whole.indexOf(words, at + 1);
    }
    if (at < 0) return false;
    from = at + words.length;
  }
  return true;
}
