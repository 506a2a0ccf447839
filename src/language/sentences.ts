import { beforeNumbers, hours, monthsAndDays, neverFinal, seldomFinal, sentenceStarters } from './abbreviations.js';

/** Where a sentence stands: UTF-16 units, `start` inclusive, `end` exclusive. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

// How far the rules look from a stop. Bounds, not expectations: with them the work for one stop never depends on the
// length of the text, which is what keeps a line of millions of stops linear.
const longestWord = 28;
const lookahead = 80;

const stopOrLine = /[.!?…؟۔।。！？｡]|\n/gu;
const stops = new Set('.!?…؟۔।。！？｡');
const stopsWithoutSpace = new Set('。！？｡');
const closers = new Set(`"'”’»›)]}」』）*_`);
const quoteClosers = /["'”’»›」』]/u;
const openers = /^(?:["'“‘„«‹([{¿¡*_「『（]|[-–—]\s?)+/u;
const footnoteMark = /^(?:\[\d{1,3}\])+/u;

// A lower-case word with a capital inside ("al-Qaeda", "iPhone") begins a sentence like any name; other lower case does not.
const nameInLowerCase = /^\p{Ll}{1,4}[-’']?\p{Lu}/u;
const romanNumeral = /^[IVXLC]+\b/u;
const dayMonthOrZone =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Moscow time|(?:GMT|UTC|E[SD]?T|C[SD]?T|P[SD]?T|CES?T|MSK|BST|IST)\b)/u;
const speech =
  /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}(?:said|says|asked|asks|wrote|writes|added|replied|told|tells|demanded|wondered|shouted|cried)\b/u;

const bullet = /^[ \t]*(?:[-*+•‣▪●◦–—|]|\(?\p{L}\))[ \t]+\S/u;
const numberedItem = /^[ \t]*\(?(\d{1,3})[.)][ \t]+\S/u;
const onlyListMarker = /^\s*[([]?(?:\d{1,3}|\p{L}|[ivx]{1,5})$/u;

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/u.test(character);

const knows = (list: ReadonlySet<string>, word: string): boolean => list.has(word) || list.has(word.toLowerCase());

function afterSpaces(text: string, from: number): number {
  let index = from;
  while (index < text.length && isSpace(text[index])) index += 1;
  return index;
}

/** The word that ends right before `end`, dots inside it included: `U.S`, `Sept`, `2015`. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < longestWord && /[\p{L}\p{M}\p{N}.’'&/-]/u.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start, end).replace(/^[.’'&/-]+/u, '');
}

/** Whether a stop after an abbreviation is a full stop all the same. `undefined`: `word` is no abbreviation. */
function abbreviationEnds(word: string, next: string): boolean | undefined {
  const starts = sentenceStarters.has(/^[\p{L}’']+/u.exec(next)?.[0] ?? '') && !/^\p{L}+\./u.test(next);
  if (knows(hours, word)) return !dayMonthOrZone.test(next) && !monthsAndDays.has(/^\p{L}+/u.exec(next)?.[0] ?? '');
  if (monthsAndDays.has(word))
    return !/^\p{N}/u.test(next) && !monthsAndDays.has(/^\p{L}+(?=\.)/u.exec(next)?.[0] ?? '');
  if (knows(beforeNumbers, word) && /^(?:\p{N}|\()/u.test(next)) return false;
  if (knows(beforeNumbers, word) && romanNumeral.test(next) && !starts) return false;
  // In capitals "MR" is a title before a name in capitals, as in a transcript, and else may be any acronym.
  if (knows(neverFinal, word)) return /^\p{Lu}{2,}$/u.test(word) && !/^\p{Lu}{2}/u.test(next);
  if (seldomFinal.has(word)) return starts;
  // "U.S", "U.N", "B.A"; a single initial; a capitalised word without a vowel, as only abbreviations are.
  if (/^(?:\p{L}\p{M}*\.)+\p{L}\p{M}*$/u.test(word) || /^\p{Lu}\p{M}*$/u.test(word)) return starts;
  if (/^[B-DF-HJ-NP-TV-XZ][bcdfghj-np-tvwxz]+$/u.test(word) && word.length < 6) return starts;
  return undefined;
}

/** Whether the stops that end at `wordEnd`..`end` (closing quotes included) finish a sentence. */
function finishes(
  text: string,
  run: { sentence: number; wordEnd: number; stopEnd: number; end: number },
  noCase: boolean,
) {
  const from = afterSpaces(text, run.end);
  const rest = text.slice(from, from + lookahead);
  const next = rest.replace(openers, '');
  if (next === '') return true;
  const initial = String.fromCodePoint(next.codePointAt(0) ?? 0);
  if (stops.has(initial) || /[,;:)\]}%]/u.test(initial)) return false;
  if (/\p{Ll}/u.test(initial) && !noCase && !nameInLowerCase.test(next)) return false;

  const mark = text.slice(run.wordEnd, run.stopEnd);
  if (mark !== '.') {
    const quoted = quoteClosers.test(text.slice(run.stopEnd, run.end));
    return !(quoted && /[!?]/u.test(mark) && speech.test(next));
  }
  if (run.wordEnd - run.sentence < 8 && onlyListMarker.test(text.slice(run.sentence, run.wordEnd))) return false;
  return abbreviationEnds(wordBefore(text, run.wordEnd), next) ?? true;
}

/** Whether the line that begins at `lineStart` is an item of a list. */
function beginsItem(text: string, lineStart: number, sentence: number): boolean {
  const line = text.slice(lineStart, lineStart + lookahead);
  if (bullet.test(line)) return true;
  const numbered = numberedItem.exec(line);
  if (numbered === null) return false;
  // Wrapped prose may bring a figure to the start of a line ("until June\n15. Then"): a number is a list's when the list
  // begins with it, when it follows the end of something, or when it follows another item.
  return (
    numbered[1] === '1' ||
    /[.:;!?"”)]\s*$/u.test(text.slice(Math.max(0, lineStart - 8), lineStart)) ||
    numberedItem.test(text.slice(sentence, sentence + lookahead))
  );
}

/**
 * The sentences of a text in order, each without the white space around it. Together they hold every character that
 * isn't white space; blank lines and items of a list begin a new one, other line breaks are white space. Written for
 * English; other scripts are cut at their own stops. Time is linear in the length of the text.
 */
export function sentenceSpans(text: string): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  // A text without capitals (chat) says nothing by a small letter after a stop.
  const noCase = !/\p{Lu}/u.test(text);
  let sentence = afterSpaces(text, 0);
  const close = (end: number): void => {
    let last = end;
    while (last > sentence && isSpace(text[last - 1])) last -= 1;
    if (last > sentence) spans.push({ start: sentence, end: last });
    sentence = afterSpaces(text, end);
  };

  const scan = new RegExp(stopOrLine);
  for (let found = scan.exec(text); found !== null; found = scan.exec(text)) {
    const at = found.index;
    if (found[0] === '\n') {
      const next = afterSpaces(text, at);
      scan.lastIndex = next;
      if (at < sentence) continue;
      const lineStart = text.lastIndexOf('\n', next - 1) + 1;
      if (lineStart > at + 1 || beginsItem(text, lineStart, sentence)) close(at);
      continue;
    }
    let stopEnd = at;
    while (stops.has(text[stopEnd] ?? '')) stopEnd += 1;
    let end = stopEnd;
    while (closers.has(text[end] ?? '')) end += 1;
    if (text[end] === '[') end += footnoteMark.exec(text.slice(end, end + lookahead))?.[0].length ?? 0;
    scan.lastIndex = end;
    const spaced = end === text.length || isSpace(text[end]);
    if (!spaced && !stopsWithoutSpace.has(text[stopEnd - 1] ?? '')) continue;
    if (finishes(text, { sentence, wordEnd: at, stopEnd, end }, noCase)) close(end);
  }
  close(text.length);
  return spans;
}
