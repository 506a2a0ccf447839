import type { NameKind } from '../language/known-names.js';
import { type WordToken, wordTokensOf } from '../language/word-tokens.js';
import type { WordVectors } from '../language/word-vectors.js';
import type { ReadDate } from './dates.js';
import { type Mood, reservationsIn } from './moods.js';
import { isPlainNegation } from './negation.js';
import type { Quantity } from './quantities.js';
import { sameNameOf, sameNameOfPair } from './same-names.js';
import { type StatementSpans, spansOf } from './statement-spans.js';
import { formOf, phrasalForm } from './word-forms.js';
import { marksOf } from './word-marks.js';

/** One word that says something, in the form in which it is compared. */
export interface StatementWord {
  readonly term: string;
  /** The term that all names of the same thing share, where the word is one of several. */
  readonly alias: string | undefined;
  readonly start: number;
  readonly end: number;
  /** Row in the word vectors, -1 when it has none. */
  readonly row: number;
  /** How much it says, 0 to 1. */
  readonly weight: number;
  /** Place of its first token. */
  readonly token: number;
  readonly isName: boolean;
  /** Part of a date or an amount. */
  readonly isFigure: boolean;
  /** A negation is said of it. */
  readonly negated: boolean;
  readonly mood: Mood | undefined;
  /** It lies in what a mood is said of, up to the end of the clause. */
  readonly inMood: boolean;
  /** Given as somebody's word, as a guess, under a condition. */
  readonly reported: boolean;
  readonly supposed: boolean;
  readonly conditional: boolean;
}

/** The terms that a word may stand for. */
export function meaningsOf({ term, alias }: Pick<StatementWord, 'term' | 'alias'>): readonly string[] {
  return alias === undefined ? [term] : [term, alias];
}

/** True when two words name one thing. */
export function nameTheSame(one: StatementWord, other: StatementWord): boolean {
  return (
    one.term === other.term ||
    (one.alias !== undefined && (one.alias === other.alias || one.alias === other.term)) ||
    one.term === other.alias
  );
}

export interface StatementName {
  readonly start: number;
  readonly end: number;
  /** Adjectives of peoples count as places. */
  readonly kind: NameKind;
  /** Places of its words in `words`, at least one. */
  readonly words: readonly number[];
}

/** What a claim or a sentence says, read once. */
export interface Statement {
  readonly text: string;
  readonly tokens: readonly WordToken[];
  readonly words: readonly StatementWord[];
  readonly terms: ReadonlySet<string>;
  readonly names: readonly StatementName[];
  readonly quantities: readonly Quantity[];
  readonly dates: readonly ReadDate[];
  /** It asks and does not tell. */
  readonly asks: boolean;
  /** One unit vector a token, or zeros, where an encoder has read it (words-in-context.ts). */
  readonly states?: readonly Float32Array[];
}

/** Words that carry the others: a claim is not about them. */
const light: ReadonlySet<string> = new Set(
  `go get take make give put come keep let thing way still now also yet so quite pretty really actually basically then been
  one other both each all any much more most very about ever even already again current there set turn use try
  begin start seem appear become part number total place bring up down out off over whole mere lot kind sort too part
  on fact case point use`
    .split(/\s+/)
    .map((word) => formOf(word) ?? word),
);
const lightShare = 0.35;
const adverb = /\p{L}{4}ly$/u;
const adverbShare = 0.8;
const isQuestion = /\?["'”’)\]]*$/u;

function weightOf(term: string, token: WordToken, rarity: number): number {
  if (light.has(term)) return rarity * lightShare;
  return token.lower.endsWith('ly') && adverb.test(token.lower) ? rarity * adverbShare : rarity;
}

function wordsOf(
  text: string,
  tokens: readonly WordToken[],
  spans: StatementSpans,
  vectors: WordVectors,
): readonly StatementWord[] {
  const { negated, moods, inMood } = marksOf(tokens);
  const reservations = reservationsIn(text);
  const reservedFrom = Math.min(reservations.reported, reservations.supposed, reservations.conditional);
  const named = new Uint8Array(tokens.length);
  for (const { first, end } of spans.names) named.fill(1, first, end);
  const words: StatementWord[] = [];
  for (const [at, token] of tokens.entries()) {
    const form = formOf(token.word);
    // "n" for "and", initials.
    if (form === undefined || isPlainNegation(token) || (token.word.length === 1 && token.shape !== 'figure')) continue;
    const before = words.at(-1);
    const isNext = before?.token === at - 1;
    const pair = isNext ? sameNameOfPair(before.term, form) : undefined;
    const whole = pair ?? (isNext ? phrasalForm(before.term, form) : undefined);
    const first = whole === undefined ? undefined : words.pop();
    const term = whole ?? form;
    const row = vectors.rowOf(term);
    const isName = named[at] === 1 || pair !== undefined;
    const isFigure = spans.taken[at] === 1;
    const focus = first?.token ?? at;
    const isReserved = token.start >= reservedFrom && !reservations.isExempt(token.start);
    words.push({
      term,
      alias: sameNameOf(token.lower, tokens[at - 1]?.lower),
      start: first?.start ?? token.start,
      end: token.end,
      row,
      weight: isName || isFigure ? 1 : weightOf(term, token, vectors.rarity(row)),
      token: focus,
      isName,
      isFigure,
      negated: negated[focus] === 1,
      mood: moods[focus],
      inMood: inMood[at] === 1,
      reported: isReserved && token.start >= reservations.reported,
      supposed: isReserved && token.start >= reservations.supposed,
      conditional: isReserved && token.start >= reservations.conditional,
    });
  }
  return words;
}

function namesOf(
  tokens: readonly WordToken[],
  words: readonly StatementWord[],
  names: StatementSpans['names'],
): readonly StatementName[] {
  return names.flatMap(({ kind, first, end }) => {
    const own = words.flatMap(({ token }, i) => (token >= first && token < end ? [i] : []));
    const opening = tokens[first];
    const closing = tokens[end - 1];
    if (own.length === 0 || opening === undefined || closing === undefined) return [];
    return [{ kind, start: opening.start, end: closing.end, words: own }];
  });
}

/** Reads a claim or a sentence of any kind and length; never throws. */
export function readStatement(text: string, vectors: WordVectors): Statement {
  const tokens = wordTokensOf(text);
  const spans = spansOf(text, tokens);
  const words = wordsOf(text, tokens, spans, vectors);
  return {
    text,
    tokens,
    words,
    terms: new Set(words.flatMap(meaningsOf)),
    names: namesOf(tokens, words, spans.names),
    quantities: spans.quantities,
    dates: spans.dates,
    asks: isQuestion.test(text),
  };
}
