import { termsOf } from '../language/terms.js';
import type { WordVectors } from '../language/word-vectors.js';
import { affinitiesOf, type CosineOf, createAffinity, sumOf } from './affinities.js';
import { bestStanding } from './best-standing.js';
import { choosePoints } from './choose-points.js';
import { fitnessOf } from './fitness.js';
import { type Focus, focusRelevance, relevanceNeeded } from './focus-relevance.js';
import { repeats, type Told } from './novelty.js';
import { type Candidate, readCandidates } from './read-candidates.js';
import type { Scope } from './scope.js';
import type { Slices } from './slices.js';
import { thinOut } from './thin-out.js';

export interface PointParts {
  /** Cosine of two unit vectors. */
  readonly cosineOf: CosineOf;
  readonly words: WordVectors;
  readonly slices: Slices;
}

/** Sentences compared with candidates, at most this many of each: of a longer text every stretch keeps its best. */
const mostCompared = 600;

/** Far from the focus whatever it is; relevance counts from here, squared, so that what meets it best is told first. */
const irrelevance = 0.7;

type VectorOf = (candidate: Candidate) => Float32Array;

/** What each sentence that is about the focus weighs, above 0; without a focus 1 for all. */
async function weigh(
  sentences: readonly Candidate[],
  vectorOf: VectorOf,
  focus: Focus | null,
  { words, cosineOf, slices }: PointParts,
): Promise<ReadonlyMap<Candidate, number>> {
  if (focus === null) return new Map(sentences.map((sentence) => [sentence, 1]));
  const relevance = await focusRelevance(sentences, vectorOf, focus, words, cosineOf, slices);
  const needed = relevanceNeeded(relevance);
  const weighed = sentences.map((sentence, at) => [sentence, relevance[at] as number] as const);
  return new Map(
    weighed
      .filter(([, relevant]) => relevant >= needed)
      .map(([sentence, relevant]) => [sentence, (relevant - irrelevance) ** 2]),
  );
}

/** Shares of the mean: what a paragraph's reward is worth must not depend on how near the focus is. */
function sharesOfMean(numbers: readonly number[]): Float64Array {
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length || 1;
  return Float64Array.from(numbers, (each) => each / mean);
}

export interface ChosenPoints {
  /** In reading order. Empty when there is nothing that can be a point, or nothing about the focus. */
  readonly points: readonly Candidate[];
  /** All sentences that could be points and, where there is a focus, are about it, by their rows in the generation. */
  readonly relevant: ReadonlySet<number>;
}

/**
 * The sentences that say most of the scope, or of what it says about the focus, at most `count` and at most half of those
 * it has.
 */
export async function pointsOf(
  scope: Scope,
  focus: Focus | null,
  count: number,
  parts: PointParts,
): Promise<ChosenPoints> {
  const { cosineOf, slices } = parts;
  const vectorOf: VectorOf = ({ chunk }) => scope.generation.vector(chunk);
  const sentences = (await readCandidates(scope, slices)).filter(({ standing }) => standing !== 'unfit');
  const weights = await weigh(sentences, vectorOf, focus, parts);
  const meritOf = (candidate: Candidate): number => (weights.get(candidate) ?? 0) * fitnessOf(candidate);

  const relevant = sentences.filter((sentence) => weights.has(sentence));
  const heard = thinOut(relevant, mostCompared, (sentence) => weights.get(sentence) ?? 0);
  const centre = sumOf(relevant.map(vectorOf));
  await slices.pause();
  const candidates = thinOut(
    bestStanding(relevant),
    mostCompared,
    (candidate) => meritOf(candidate) * cosineOf(centre, vectorOf(candidate)),
  );
  const told = candidates.map(
    (candidate): Told => ({ terms: new Set(termsOf(candidate.text)), vector: vectorOf(candidate) }),
  );
  await slices.pause();
  const affinityOf = createAffinity(sentences.map(vectorOf), cosineOf);
  await slices.pause();
  const chosen = await choosePoints(
    {
      affinities: await affinitiesOf(
        heard.map(vectorOf),
        candidates.map((candidate) => ({ vector: vectorOf(candidate), fitness: fitnessOf(candidate) })),
        affinityOf,
        slices,
      ),
      weights: Float64Array.from(heard, (sentence) => weights.get(sentence) ?? 0),
      worth: sharesOfMean(candidates.map(meritOf)),
      paragraphs: candidates.map(({ paragraph }) => paragraph),
      paragraphCount: new Set(relevant.map(({ paragraph }) => paragraph)).size,
    },
    Math.min(count, Math.ceil(sentences.length / 2)),
    (candidate, points) => points.every((point) => !repeats(told[candidate] as Told, told[point] as Told, affinityOf)),
    slices,
  );
  return {
    points: chosen.toSorted((a, b) => a - b).map((at) => candidates[at] as Candidate),
    relevant: new Set(relevant.map(({ chunk }) => chunk)),
  };
}
