import { termsOf } from '../language/terms.js';
import type { WordVectors } from '../language/word-vectors.js';
import type { ChunkReading } from './chunk-reading.js';
import type { QuestionReading } from './question-reading.js';

/** How well each term of a question is met by a text, 0 to 1, in the order of the question's terms. */
export type Alignment = Float32Array;

/** 1 for a term that stands there, else the cosine of its nearest word, never below 0. */
export function alignChunk(question: QuestionReading, chunk: ChunkReading, words: WordVectors): Alignment {
  return Float32Array.from(question.terms, ({ term, vectorRow }) => {
    if (chunk.terms.has(term)) return 1;
    if (vectorRow < 0) return 0;
    let nearest = 0;
    for (const row of chunk.vectorRows) nearest = Math.max(nearest, words.similarity(vectorRow, row));
    return Math.min(nearest, 0.999);
  });
}

/** A document's title speaks for every paragraph of it. */
export function alignTitle(question: QuestionReading, title: string): Alignment {
  const terms = new Set(termsOf(title));
  return Float32Array.from(question.terms, ({ term }) => (terms.has(term) ? 1 : 0));
}

/** The better of several alignments, term by term. */
export function bestAlignment(alignments: readonly Alignment[]): Alignment {
  const best = new Float32Array(alignments[0]?.length ?? 0);
  for (const alignment of alignments) {
    for (let i = 0; i < best.length; i++) best[i] = Math.max(best[i] as number, alignment[i] as number);
  }
  return best;
}

/** A term below this is not met: the nearest word is about something else. */
const unmetBelow = 0.45;

export interface AlignmentSummary {
  /** Share of the question's weight whose very terms stand there. */
  readonly coverage: number;
  /** The same with each term counted as far as its nearest word meets it. */
  readonly softCoverage: number;
  readonly missing: number;
  readonly unmet: number;
  /** Weight of the heaviest term that does not stand there, and the largest weight left unmet. */
  readonly heaviestMissing: number;
  readonly heaviestUnmet: number;
  readonly weakest: number;
  readonly namesMissing: number;
  readonly numbersMissing: number;
}

export function summariseAlignment(question: QuestionReading, alignment: Alignment): AlignmentSummary {
  let covered = 0;
  let softlyCovered = 0;
  let missing = 0;
  let unmet = 0;
  let heaviestMissing = 0;
  let heaviestUnmet = 0;
  let weakest = 1;
  let namesMissing = 0;
  let numbersMissing = 0;
  for (const [i, { weight, isName, isNumber }] of question.terms.entries()) {
    const met = alignment[i] ?? 0;
    softlyCovered += weight * met;
    weakest = Math.min(weakest, met);
    heaviestUnmet = Math.max(heaviestUnmet, weight * (1 - met));
    if (met < unmetBelow) unmet += 1;
    if (met === 1) {
      covered += weight;
      continue;
    }
    missing += 1;
    heaviestMissing = Math.max(heaviestMissing, weight);
    if (isName) namesMissing += 1;
    if (isNumber) numbersMissing += 1;
  }
  const total = question.totalWeight || 1;
  return {
    coverage: covered / total,
    softCoverage: softlyCovered / total,
    missing,
    unmet,
    heaviestMissing,
    heaviestUnmet,
    weakest,
    namesMissing,
    numbersMissing,
  };
}
