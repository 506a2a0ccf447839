/** One word or figure of a text and what surrounds it. */
export interface WordToken {
  readonly start: number;
  /** Where the word ends, a possessive "'s" not counted. */
  readonly end: number;
  readonly word: string;
  readonly lower: string;
  /** `mixed` is a word of small letters with a capital somewhere inside: "iPhone". */
  readonly shape: 'capitalised' | 'acronym' | 'lower' | 'mixed' | 'figure';
  /** A possessive "'s" follows. */
  readonly possessive: boolean;
  /** The text between the word before (its possessive included) and this one. */
  readonly gap: string;
  /** True where a sentence, a line or a quotation may begin: a capital proves nothing there. */
  readonly opens: boolean;
}

/** Some neighbouring tokens and what they are: `first` inclusive, `end` exclusive. */
export interface TokenSpan<Kind> {
  readonly kind: Kind;
  readonly first: number;
  readonly end: number;
}

// A figure keeps its letters ("10th", "1990s", "5km"); dots inside an abbreviation stay ("U.S.", "p.m.", "J.R.R.");
// a possessive 's is matched so that it does not become a word of its own, and is cut off again.
const tokenPattern =
  /(?:\p{L}\.){2,}|\p{Nd}+(?:[.,]\p{Nd}+)*\p{L}*|\p{L}[\p{L}\p{M}\p{Nd}]*(?:['’](?![sS](?!\p{L}))[\p{L}\p{M}]+)*/gu;
const possessivePattern = /['’][sS](?!\p{L})/uy;
const sentenceEnd = /[.!?…]["'”’)\]]*\s|[\n\r"“«•]|\]\s$/;
const abbreviation =
  /^(?:\p{Lu}|mr|mrs|ms|dr|st|gen|col|lt|sen|rep|gov|prof|rev|jr|sr|vs|no|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mt|ft|inc|co|corp|ltd|c|ca)$/iu;

function shapeOf(word: string, lower: string): WordToken['shape'] {
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return 'figure';
  if (word === lower) return /^\p{Nd}/u.test(word) ? 'figure' : 'lower';
  const first = word.charAt(0);
  if (first === first.toLowerCase()) return 'mixed';
  return word.length > 1 && word === word.toUpperCase() ? 'acronym' : 'capitalised';
}

/** The words of a text in reading order. Offsets are UTF-16 code units into `text`. */
export function wordTokensOf(text: string): readonly WordToken[] {
  const found: WordToken[] = [];
  let gapStart = 0;
  let previous: WordToken | undefined;
  tokenPattern.lastIndex = 0;
  for (let match = tokenPattern.exec(text); match !== null; match = tokenPattern.exec(text)) {
    const word = match[0];
    const lower = word.toLowerCase();
    const start = match.index;
    const end = start + word.length;
    const next = text.charCodeAt(end);
    possessivePattern.lastIndex = end;
    const possessive = (next === 39 || next === 0x2019) && possessivePattern.test(text);
    const gap = text.slice(gapStart, start);
    const token: WordToken = {
      start,
      end,
      word,
      lower,
      shape: shapeOf(word, lower),
      possessive,
      gap,
      opens: opens(gap, previous),
    };
    found.push(token);
    previous = token;
    gapStart = possessive ? end + 2 : end;
    tokenPattern.lastIndex = gapStart;
  }
  return found;
}

function opens(gap: string, previous: WordToken | undefined): boolean {
  if (previous === undefined) return true;
  if (gap === ' ' || gap === ', ' || gap === '-') return false;
  if (gap.startsWith('. ') && gap.length === 2 && abbreviation.test(previous.word)) return false;
  return sentenceEnd.test(gap);
}
