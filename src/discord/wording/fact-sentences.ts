import type { Ground, Lacking } from '../../types.js';
import type { FactWords } from './fact-words.js';
import type { Formats } from './formats.js';

type Wanted = NonNullable<Lacking['wanted']>;
type PlainGround = Exclude<
  Ground,
  { readonly text: unknown } | { readonly claim: unknown } | { readonly words: unknown }
>;

/** Sentences of a language for facts. Words that are named come in its quotation marks, dates in its words. */
export interface FactSentences {
  readonly missing: {
    readonly later: (asOf: string) => string;
    readonly laterUndated: string;
    readonly offTopic: string;
    readonly busy: string;
    /** Nothing near the question speaks of these words. */
    readonly unsaid: (words: string) => string;
    readonly wanted: Readonly<Record<Wanted, string>>;
    readonly unanswered: string;
  };
  readonly suggestion: {
    readonly later: string;
    readonly offTopic: string;
    readonly busy: string;
    readonly otherWords: (word: string) => string;
    readonly oneThing: string;
  };
  readonly ground: Readonly<Record<Exclude<PlainGround['kind'], 'later'>, string>> & {
    readonly otherwise: (text: string, claim: string) => string;
    readonly 'not-given': (claim: string) => string;
    readonly unsaid: (words: string) => string;
    /** `null` for a text without words that stand out. */
    readonly 'not-happened': (text: string | null) => string;
  };
  readonly about: {
    readonly two: (first: string, second: string) => string;
    /** The last of the words is joined by a word of the language. */
    readonly many: (words: string, last: string, documents: number) => string;
    readonly ways: (words: string, documents: number) => string;
  };
  readonly paragraphs: {
    readonly backwards: (first: number, last: number) => string;
    readonly none: (first: number, last: number) => string;
    readonly there: (document: string, first: number, last: number) => string;
  };
}

/** How a language tells facts for which the stories have English sentences. */
export function createFactWords(
  { missing, suggestion, ground, about, paragraphs }: FactSentences,
  { quoted, date }: Pick<Formats, 'quoted' | 'date'>,
): FactWords {
  const listed = (words: readonly string[]): string => words.map(quoted).join(', ');
  const later = (asOf: string | null): string => (asOf === null ? missing.laterUndated : missing.later(date(asOf)));

  function unanswered(lacking: Lacking | null): string {
    if (lacking === null) return missing.unanswered;
    if (lacking.words.length > 0) return missing.unsaid(listed(lacking.words));
    return lacking.wanted === null ? missing.unanswered : missing.wanted[lacking.wanted];
  }

  function told(why: Ground): string {
    switch (why.kind) {
      case 'otherwise':
        return ground.otherwise(quoted(why.text), quoted(why.claim));
      case 'not-given':
        return ground['not-given'](quoted(why.claim));
      case 'unsaid':
        return ground.unsaid(listed(why.words));
      case 'not-happened':
        return ground['not-happened'](why.text === null ? null : quoted(why.text));
      case 'later':
        return later(why.asOf);
      default:
        return ground[why.kind];
    }
  }

  return {
    missing({ missing: sentence, reason, asOf, lacking }) {
      if (sentence === null) return null;
      switch (reason) {
        case 'after-document-date':
          return later(asOf);
        case 'off-topic':
          return missing.offTopic;
        case 'busy':
          return missing.busy;
        default:
          return unanswered(lacking);
      }
    },
    suggestion({ suggestion: sentence, reason, lacking }) {
      if (sentence === null) return null;
      switch (reason) {
        case 'after-document-date':
          return suggestion.later;
        case 'off-topic':
          return suggestion.offTopic;
        case 'busy':
          return suggestion.busy;
        default: {
          const [word] = lacking?.words ?? [];
          return word === undefined ? suggestion.oneThing : suggestion.otherWords(quoted(word));
        }
      }
    },
    reason: ({ ground: why }) => (why === null ? null : told(why)),
    about({ difference }) {
      if (difference === null) return null;
      const words = difference.words.map(quoted);
      const last = words.at(-1);
      if (last === undefined) return null;
      const others = words.slice(0, -1);
      if (others.length === 0) return about.ways(last, difference.documents);
      return difference.documents === 2
        ? about.two(others.join(', '), last)
        : about.many(others.join(', '), last, difference.documents);
    },
    noParagraphs({ asked: [first, last], there, document }) {
      const fault = first > last ? paragraphs.backwards(first, last) : paragraphs.none(first, last);
      return `${fault} ${paragraphs.there(quoted(document), ...there)}`;
    },
  };
}
