import type { WordVectors } from '../../language/word-vectors.js';
import type { Candidate } from '../comparison.js';
import type { Statement } from '../statement.js';
import { type SupportModel, supportProbability } from '../support-score.js';
import { type Weighed, weigh } from '../verifier.js';
import { type EmbedWords, inContext } from '../words-in-context.js';
import type { GivenPassage, Support } from './given-passage.js';

/** A sentence of a passage laid beside a claim, and where it stands. */
export interface PlacedSentence {
  readonly weighed: Weighed;
  readonly place: Support;
}

export interface SentenceParts {
  readonly vectors: WordVectors;
  readonly model: SupportModel;
  /** What an encoder says of words in their sentence; without it words are compared by themselves. */
  readonly embedWords?: EmbedWords | undefined;
}

interface Placed extends Candidate {
  readonly place: Support;
}

/** Comparing takes about a millisecond: of more sentences those are compared that share most words or lie nearest. */
const mostCompared = 8;
/** A cosine counts for this much beside the share of the claim's weight that a sentence has word for word. */
const cosineShare = 2;
/** The encoder takes some milliseconds a sentence: so many are read, and so many of those before each. */
const mostRead = 3;
const readBefore = 1;

function sharedWeight(claim: Statement, { terms }: Statement): number {
  let shared = 0;
  let total = 0;
  for (const { term, alias, weight } of claim.words) {
    total += weight;
    if (terms.has(term) || (alias !== undefined && terms.has(alias))) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}

/** The same sentences and those before them with the states of their words. */
async function readCandidates(candidates: readonly Placed[], embedWords: EmbedWords): Promise<readonly Placed[]> {
  const all = [
    ...new Set(
      candidates.slice(0, mostRead).flatMap(({ statement, before }) => [statement, ...before.slice(0, readBefore)]),
    ),
  ];
  const read = await inContext(all, embedWords);
  const states = new Map(all.map((one, at) => [one, read[at] ?? one]));
  const withStates = (one: Statement): Statement => states.get(one) ?? one;
  return candidates.map((one) => ({
    ...one,
    statement: withStates(one.statement),
    before: one.before.map(withStates),
  }));
}

/** The sentences of the passages that fit a claim best, the best first. */
export async function nearestSentences(
  claim: Statement,
  passages: readonly GivenPassage[],
  { vectors, model, embedWords }: SentenceParts,
): Promise<readonly PlacedSentence[]> {
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
  const read = embedWords === undefined ? nearest : await readCandidates(nearest, embedWords);
  return weigh(claim, read, (features) => supportProbability(model, features), vectors).flatMap((weighed) => {
    const place = nearest[weighed.candidate]?.place;
    return place === undefined ? [] : [{ weighed, place }];
  });
}
