import { mentionsOf } from '../language/mentions.js';
import { nationalityWords } from '../language/nationality-words.js';
import { readQuestion } from '../language/question.js';
import { stopWords } from '../language/stop-words.js';
import { type WordToken, wordTokensOf } from '../language/word-tokens.js';

/** `group` is people by nation or party ("the Kurds"); `thing` is whatever has an article and no name. */
export type PhraseKind = 'person' | 'group' | 'place' | 'organisation' | 'date' | 'thing';

/** A name, or an article and its noun, in a question or a quoted sentence. Offsets are UTF-16 code units. */
export interface NounPhrase {
  readonly kind: PhraseKind;
  readonly start: number;
  readonly end: number;
  /** With its article, as it was written. */
  readonly text: string;
  readonly isPlural: boolean;
  /** "in Geneva", "on Sept. 9": it says where or when, and is not what the question is about. */
  readonly isAside: boolean;
}

const articles = new Set(['the', 'a', 'an', 'this', 'these', 'those', 'both', 'all', 'each', 'every']);
export const auxiliaries: ReadonlySet<string> = new Set(
  `do does did is are was were has have had can could will would should may might must`.split(' '),
);
const asidePrepositions = /\b(?:in|at|on|from|to|near|inside|outside|during|since|until|before|after)\s+(?:the\s+)?$/iu;
const longestNoun = 4;

function isPluralWord(word: string): boolean {
  return /(?:[^su]s|people|men|women|parties)$/iu.test(word) && !/(?:ss|us|is|ics)$/iu.test(word);
}

/** The text with the first letter of each name in capitals, so that names typed in small letters are classified. */
function withCapitals(text: string): string {
  let cased = text;
  for (const name of readQuestion(text).names) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    const capital = name.replaceAll(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
    if (capital.length === name.length) cased = cased.slice(0, at) + capital + cased.slice(at + name.length);
  }
  return cased;
}

function namesOf(text: string): readonly NounPhrase[] {
  return mentionsOf(withCapitals(text)).flatMap(({ kind, start, end }): readonly NounPhrase[] => {
    if (kind === 'duration' || kind === 'number' || kind === 'money' || kind === 'percent') return [];
    const article = /\bthe\s+$/iu.exec(text.slice(0, start))?.[0].length ?? 0;
    const name = text.slice(start, end);
    const isGroup =
      kind === 'person' &&
      (nationalityWords.has(name.toLowerCase().replace(/s$/u, '')) || (article > 0 && isPluralWord(name)));
    return [
      {
        kind: isGroup ? 'group' : kind,
        start: start - article,
        end,
        text: text.slice(start - article, end),
        isPlural: isGroup,
        isAside: (kind === 'place' || kind === 'date') && asidePrepositions.test(text.slice(0, start)),
      },
    ];
  });
}

/**
 * Where the noun after an article ends. In "do the talks last" and "is the ceasefire important" the last word of the run
 * is no part of it; in "what was the main reason" it is the noun.
 */
function nounEnd(tokens: readonly WordToken[], article: number): number {
  let end = article + 1;
  while (end < tokens.length && end - article <= longestNoun) {
    const { lower, gap } = tokens[end] as WordToken;
    if (
      stopWords.has(lower) ||
      articles.has(lower) ||
      !/^[\s-]*$/u.test(gap) ||
      (end > article + 1 && /(?:ed|ing)$/u.test(lower))
    )
      break;
    end += 1;
  }
  const before = tokens[article - 1]?.lower ?? '';
  const names = /^(?:is|are|was|were)$/u.test(before) && /^(?:what|who|which)$/u.test(tokens[article - 2]?.lower ?? '');
  const afterAuxiliary = auxiliaries.has(before) && !names;
  const atClauseEnd = end - article > 2 && afterAuxiliary;
  return atClauseEnd && !(tokens[end - 1]?.shape === 'capitalised') ? end - 1 : end;
}

function thingsOf(text: string, names: readonly NounPhrase[]): readonly NounPhrase[] {
  const tokens = wordTokensOf(text);
  return tokens.flatMap((token, index): readonly NounPhrase[] => {
    if (!articles.has(token.lower)) return [];
    const end = nounEnd(tokens, index);
    const last = tokens[end - 1];
    if (end <= index + 1 || last === undefined) return [];
    if (names.some((name) => name.start < last.end && name.end > token.start)) return [];
    const phrase = {
      kind: 'thing' as const,
      start: token.start,
      end: last.end,
      text: text.slice(token.start, last.end),
    };
    return [{ ...phrase, isPlural: isPluralWord(last.lower), isAside: false }];
  });
}

/** Names, and nouns with an article, in reading order, none overlapping another. */
export function nounPhrasesOf(text: string): readonly NounPhrase[] {
  const names = namesOf(text);
  return [...names, ...thingsOf(text, names)].toSorted((a, b) => a.start - b.start);
}
