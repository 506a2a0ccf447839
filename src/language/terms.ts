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

/** Words as they stand in texts, with their terms: reading a text again costs a look-up a word. */
const knownTerms = new Map<string, string | undefined>();
/** Hostile input with endless or endlessly long new words must not grow the table without bound. */
const mostKnownTerms = 100_000;
const longestKnownWord = 40;

/** The term of one word as it stands in a text, or `undefined` for a stop word. */
function termOf(raw: string): string | undefined {
  const known = knownTerms.get(raw);
  if (known !== undefined || knownTerms.has(raw)) return known;
  const term = findTerm(raw);
  if (raw.length <= longestKnownWord) {
    if (knownTerms.size >= mostKnownTerms) knownTerms.clear();
    knownTerms.set(raw, term);
  }
  return term;
}

function findTerm(raw: string): string | undefined {
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
  return stemmer(word);
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
