import type { WordVectors } from '../../language/word-vectors.js';
import type { Candidate } from '../comparison.js';
import type { Statement } from '../statement.js';
import { type SupportModel, supportProbability } from '../support-score.js';
import { type Weighed, weigh } from '../verifier.js';
import type { GivenPassage, Support } from './given-passage.js';

/** A sentence of a passage laid beside a claim, and where it stands. */
export interface PlacedSentence {
  readonly weighed: Weighed;
  readonly place: Support;
}

interface Placed extends Candidate {
  readonly place: Support;
}

/** Comparing takes about a millisecond: of more sentences those are compared that share most words or lie nearest. */
const mostCompared = 8;
/** A cosine counts for this much beside the share of the claim's weight that a sentence has word for word. */
const cosineShare = 2;

function sharedWeight(claim: Statement, { terms }: Statement): number {
  let shared = 0;
  let total = 0;
  for (const { term, alias, weight } of claim.words) {
    total += weight;
    if (terms.has(term) || (alias !== undefined && terms.has(alias))) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}

/** The sentences of the passages that fit a claim best, the best first. */
export function nearestSentences(
  claim: Statement,
  passages: readonly GivenPassage[],
  { vectors, model }: { readonly vectors: WordVectors; readonly model: SupportModel },
): readonly PlacedSentence[] {
  const placed = passages.flatMap(({ n, sentences }) =>
    sentences.map((candidate, sentence): Placed => ({ ...candidate, place: { passage: n, sentence } })),
  );
  const nearest = placed
    .map((candidate) => ({
      candidate,
      fit: sharedWeight(claim, candidate.statement) + cosineShare * candidate.similarity,
    }))
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, mostCompared)
    .map(({ candidate }) => candidate);
  return weigh(claim, nearest, (features) => supportProbability(model, features), vectors).flatMap((weighed) => {
    const place = nearest[weighed.candidate]?.place;
    return place === undefined ? [] : [{ weighed, place }];
  });
}
