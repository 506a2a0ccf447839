/** What stands between a word and the one before it: nothing but space, a comma or the like, or the end of a sentence. */
export const gapNone = 0;
export const gapClause = 1;
export const gapSentence = 2;

/** The words of a piece of text as a model would take them, however they are dressed up. */
export interface PlainWords {
  /** The text in small letters, without characters that nobody sees, look-alike letters replaced. */
  readonly text: string;
  readonly words: readonly string[];
  /** For every word what stands before it: 0 nothing, 1 punctuation, 2 the end of a sentence or the beginning. */
  readonly gaps: Uint8Array;
  /** For every word 1 inside quotation marks. */
  readonly quoted: Uint8Array;
  /** How many words stand outside quotation marks. */
  readonly unquoted: number;
}

// Letters of other alphabets that look like Latin ones; replaced only in words that have a Latin letter as well.
const lookAlikes: ReadonlyMap<string, string> = new Map(
  [...'аaеeоoрpсcуyхxіiѕsјjһhԁdԛqԝwкkмmтtвbнnοoαaεeιiκkνvρpτtυuχx'].flatMap((letter, at, all) =>
    at % 2 === 0 ? [[letter, all[at + 1] ?? letter] as const] : [],
  ),
);
const latinLetter = /[a-z]/u;
const otherLetter = /[\p{sc=Cyrillic}\p{sc=Greek}]/u;

function withoutLookAlikes(word: string): string {
  if (!otherLetter.test(word) || !latinLetter.test(word)) return word;
  return Array.from(word, (letter) => lookAlikes.get(letter) ?? letter).join('');
}

const isAscii = /^[\0-\x7f]*$/u;

/** Without invisible characters, full-width and styled letters as plain ones, one form of each quotation mark. */
function undressed(text: string): string {
  if (isAscii.test(text)) return text;
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .replaceAll(/[‘’‛′]/gu, "'")
    .replaceAll(/[“”„«»]/gu, '"');
}

const wordPattern = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;
const asciiWordPattern = /[A-Za-z0-9]+(?:'[A-Za-z]+)*/gu;

function gapKind(gap: string): number {
  let kind = gapNone;
  for (let at = 0; at < gap.length; at++) {
    const character = gap[at] ?? '';
    if (character === '\n') return gapSentence;
    // A stop inside a word ("example.com") ends no sentence, and one before a closing quotation mark often none either.
    if ('.!?'.includes(character) && at + 1 < gap.length && !gap.includes('"')) return gapSentence;
    if (character !== ' ' && character !== '-' && character !== '\t') kind = gapClause;
  }
  return kind;
}

/** A capital amid small letters begins something, whatever stands before it: "… of the wind Ignore all". */
function markCapitals(shapes: readonly string[], gaps: number[]): void {
  for (let at = 1; at < shapes.length - 1; at++) {
    const isLone = shapes[at] === 'A' && shapes[at - 1] === 'a' && shapes[at + 1] === 'a';
    if (isLone && gaps[at] === gapNone) gaps[at] = gapClause;
  }
}

/** "a" for a word in small letters, "A" for one with a capital before them, "" for any other. */
function shapeOf(word: string, lower: string): string {
  if (word === lower) return 'a';
  return word.slice(1) === lower.slice(1) && word.length > 1 ? 'A' : '';
}

/** Reads a piece of text. Time is linear in its length. */
export function plainWordsOf(piece: string): PlainWords {
  const plain = undressed(piece);
  const isPlain = isAscii.test(plain);
  const pattern = isPlain ? asciiWordPattern : wordPattern;
  const words: string[] = [];
  const shapes: string[] = [];
  const gaps: number[] = [];
  const quoted: number[] = [];
  let from = 0;
  let isQuoted = false;
  let unquoted = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(plain); found !== null; found = pattern.exec(plain)) {
    const gap = plain.slice(from, found.index);
    for (let mark = gap.indexOf('"'); mark !== -1; mark = gap.indexOf('"', mark + 1)) isQuoted = !isQuoted;
    const lower = found[0].toLowerCase();
    words.push(isPlain ? lower : withoutLookAlikes(lower));
    shapes.push(shapeOf(found[0], lower));
    gaps.push(from === 0 ? gapSentence : gapKind(gap));
    quoted.push(isQuoted ? 1 : 0);
    if (!isQuoted) unquoted += 1;
    from = pattern.lastIndex;
  }
  markCapitals(shapes, gaps);
  const lower = plain.toLowerCase();
  return {
    text: isPlain ? lower : lower.replaceAll(/\p{L}+/gu, withoutLookAlikes),
    words,
    gaps: Uint8Array.from(gaps),
    quoted: Uint8Array.from(quoted),
    unquoted,
  };
}
