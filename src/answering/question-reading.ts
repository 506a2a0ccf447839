import type { Question } from '../language/question.js';
import { termsOf } from '../language/terms.js';
import type { WordVectors } from '../language/word-vectors.js';
import type { Generation } from '../types.js';
import { focusOf } from './focus.js';

/** A term of the question, with what the searched collections know of it. */
export interface QuestionTerm {
  readonly term: string;
  /** How much the term says, 0 to 1: the mean of how rare it is in the collections and in English at large. */
  readonly weight: number;
  /** True when no paragraph of any generation has the term. */
  readonly unknown: boolean;
  /** Part of a name, or a number. */
  readonly isName: boolean;
  readonly isNumber: boolean;
  /** Row in the word vectors, -1 when it has none. */
  readonly vectorRow: number;
}

/** A question prepared for comparison with many chunks. */
export interface QuestionReading {
  readonly question: Question;
  readonly terms: readonly QuestionTerm[];
  readonly totalWeight: number;
  /** Place in `terms` of the thing that is asked for (see focus.ts); -1 when the question names none. */
  readonly focus: number;
  /** Neighbouring terms joined by a space. */
  readonly pairs: ReadonlySet<string>;
}

const numeral = /^\p{N}/u;

export function readingOf(question: Question, generations: readonly Generation[], words: WordVectors): QuestionReading {
  const nameTerms = new Set(question.names.flatMap((name) => termsOf(name)));
  // A word that no paragraph has is the heaviest; its weight is the scale on which all weights are shares.
  const heaviest = generations.map(({ terms }) => terms.idf('\u0000'));
  const terms = question.terms.map((term): QuestionTerm => {
    const vectorRow = words.rowOf(term);
    const shares = generations.map((generation, i) => generation.terms.idf(term) / (heaviest[i] ?? 1));
    const rarityHere = shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
    return {
      term,
      weight: (rarityHere + words.rarity(vectorRow)) / 2,
      unknown: generations.every((generation) => generation.terms.idOf(term) === undefined),
      isName: nameTerms.has(term) && !numeral.test(term),
      isNumber: numeral.test(term),
      vectorRow,
    };
  });
  const sequence = termsOf(question.text);
  const focus = focusOf(question.text);
  return {
    question,
    terms,
    totalWeight: terms.reduce((sum, { weight }) => sum + weight, 0),
    focus: focus === undefined ? -1 : question.terms.indexOf(focus),
    pairs: new Set(sequence.slice(1).map((term, i) => `${sequence[i]} ${term}`)),
  };
}
