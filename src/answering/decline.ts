import { dateInWords } from '../language/date-in-words.js';
import type { MentionKind } from '../language/mention.js';
import { termsWithPlaces } from '../language/terms.js';
import type { WordVectors } from '../language/word-vectors.js';
import type { DeclineReason, Lacking, NearestPassage, Passage } from '../types.js';
import { type Alignment, alignChunk, bestAlignment } from './alignment.js';
import { wantedKinds } from './answer-type.js';
import type { ReadChunk } from './chunk-reading.js';
import type { QuestionReading } from './question-reading.js';

export interface Decline {
  readonly reason: DeclineReason;
  readonly missing: string;
  readonly suggestion: string;
  /** `null` where the two sentences need no more than the reason and the date. */
  readonly lacking: Lacking | null;
  readonly nearest: readonly NearestPassage[];
}

const nearestShown = 3;
/** Below this a word of the question is met by nothing in the nearest passages. */
const metFrom = 0.6;
const mostWordsNamed = 3;
/** What asks, and stands in no answer: "many" of "how many people", "like" of "what is it like". */
const askingWords =
  /\bhow (?:many|much|long|often|far|high|tall|big|large|old|wide|deep|heavy|fast)\b|\blike(?=[\s?!.]*$)/giu;

export function nearestOf(passages: readonly Passage[]): readonly NearestPassage[] {
  return passages.slice(0, nearestShown).map(({ generation, paragraph, chunk }) => {
    const { document: row, number } = generation.paragraph(paragraph);
    const { start, end } = generation.chunk(chunk);
    const document = generation.documents[row];
    return {
      document: document?.id ?? '',
      title: document?.metadata.title ?? '',
      paragraph: number,
      start,
      end,
      quote: document?.text.slice(start, end) ?? '',
    };
  });
}

/** The question's own words that the nearest passages say nothing like, heaviest first, as the person wrote them. */
function unmetWords(
  question: QuestionReading,
  passages: readonly Passage[],
  readChunk: ReadChunk,
  words: WordVectors,
): readonly string[] {
  const alignments: Alignment[] = passages
    .slice(0, nearestShown)
    .map(({ generation, chunk }) => alignChunk(question, readChunk(generation, chunk), words));
  const met = bestAlignment(alignments);
  const { text } = question.question;
  const asking = [...text.matchAll(askingWords)].map((match) => match.index + match[0].length);
  const places = termsWithPlaces(text);
  const saying = places.filter(({ end }) => !asking.includes(end));
  const written = new Map(saying.map(({ term, start, end }) => [term, text.slice(start, end)]));
  const onlyAsking = new Set(places.map(({ term }) => term).filter((term) => !written.has(term)));
  return question.terms
    .map(({ term, weight }, i) => ({ term, word: written.get(term) ?? term, weight, met: met[i] ?? 0 }))
    .filter((one) => one.met < metFrom && !onlyAsking.has(one.term))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostWordsNamed)
    .map(({ word }) => word);
}

const wantedOf: Readonly<Record<MentionKind, NonNullable<Lacking['wanted']>>> = {
  person: 'who',
  organisation: 'who',
  place: 'where',
  date: 'when',
  duration: 'how-long',
  number: 'how-many',
  money: 'how-much',
  percent: 'what-share',
};

const wantedNames: Readonly<Record<NonNullable<Lacking['wanted']>, string>> = {
  who: 'who it was',
  where: 'where',
  when: 'when',
  'how-long': 'how long',
  'how-many': 'how many',
  'how-much': 'how much',
  'what-share': 'what share',
};

function quoteList(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

function lackingOf(question: QuestionReading, words: readonly string[]): Lacking {
  const [kind] = wantedKinds(question.question);
  return { words, wanted: kind === undefined ? null : wantedOf[kind] };
}

function missingPart({ words, wanted }: Lacking): string {
  if (words.length > 0) return `Nothing in the documents near this question speaks of ${quoteList(words)}.`;
  if (wanted !== null) return `The documents touch on this, but do not say ${wantedNames[wanted]}.`;
  return 'The documents touch on this, but no sentence answers the question as it was put.';
}

/** What to tell somebody whose question the documents do not answer. `asOf` is the latest date of any document. */
export function declineWith(
  reason: DeclineReason,
  asOf: string | null,
  question: QuestionReading,
  passages: readonly Passage[],
  readChunk: ReadChunk,
  words: WordVectors,
): Decline {
  const nearest = nearestOf(passages);
  switch (reason) {
    case 'after-document-date':
      return {
        reason,
        missing: `The documents were written as of ${asOf === null ? 'an unknown date' : dateInWords(asOf)} and do not know what came later.`,
        suggestion: 'Ask what was agreed, expected or feared at the time.',
        lacking: null,
        nearest,
      };
    case 'off-topic':
      return {
        reason,
        missing: 'This is not something the documents could answer: they are all that I know.',
        suggestion: 'Ask about what the documents say, for example who agreed on what, when and why.',
        lacking: null,
        nearest: [],
      };
    case 'busy':
      return {
        reason,
        missing: 'Too many questions are being answered at once.',
        suggestion: 'Ask again in a moment.',
        lacking: null,
        nearest: [],
      };
    case 'unsupported':
    case 'no-evidence': {
      const lacking = lackingOf(question, unmetWords(question, passages, readChunk, words));
      return {
        reason,
        missing: missingPart(lacking),
        suggestion:
          lacking.words.length > 0
            ? `Try other words for ${quoteList(lacking.words.slice(0, 1))}, name the people or places that you mean, or ask somebody who knows.`
            : 'Ask for one thing at a time, name the people or places that you mean, or ask somebody who knows.',
        lacking,
        nearest,
      };
    }
  }
}
