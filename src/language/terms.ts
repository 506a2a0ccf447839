import { stemmer } from 'stemmer';
import { stopWords } from './stop-words.js';

/** A searchable term and the stretch of text that it came from. */
export interface Term {
  /** Stemmed, lower case, without diacritics; equal terms are the same word to the index. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

// "U.S." and "U.N." are one word each; "al-Sham" is two; an apostrophe stays inside its word until the suffix is cut.
const wordPattern = /(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const diacritics = /\p{M}+/gu;

/** Written numbers are compared as figures: "nine attempts" finds "9 attempts". */
const numberWords: ReadonlyMap<string, string> = new Map(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty`
    .split(/\s+/)
    .map((word, index) => [word, String(index + 1)]),
);

/** Upper case "US" is a country, lower case "us" a pronoun: the one place where case decides. */
const countryAcronyms: ReadonlySet<string> = new Set(['US', 'USA']);

const stems = new Map<string, string>();
const maximumStems = 200_000;

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  // The table of stems is a cache; hostile input with endless new words must not grow it without bound.
  if (stems.size >= maximumStems) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** The term of one word as it stands in a text, or `undefined` for a stop word. */
function termOf(raw: string): string | undefined {
  const undotted = raw.includes('.') && /^\p{L}/u.test(raw) ? raw.replaceAll('.', '') : raw;
  if (countryAcronyms.has(undotted.replace(/['’]s$/u, ''))) return 'usa';
  const word = undotted
    .normalize('NFKD')
    .replace(diacritics, '')
    .toLowerCase()
    .replace(/['’](?:s|re|ve|ll|d|m)$/u, '')
    .replaceAll(/['’]/gu, '');
  if (word === '' || stopWords.has(word)) return undefined;
  const figure = numberWords.get(word);
  if (figure !== undefined) return figure;
  if (/^\p{N}/u.test(word)) return word.replaceAll(',', '');
  return stemOf(word);
}

/** Every term of a text in reading order, with its place. Stop words are left out. */
export function termsWithPlaces(text: string): readonly Term[] {
  const found: Term[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const term = termOf(match[0]);
    if (term !== undefined) found.push({ term, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Every term of a text in reading order, repeats included. */
export function termsOf(text: string): readonly string[] {
  return termsWithPlaces(text).map(({ term }) => term);
}
