import { averageLink } from './clustering/average-link.js';
import { createTimeSlices, type TimeSlices } from './indexing/time-slices.js';
import { readQuestion, type Want } from './language/question.js';
import { termsOf } from './language/terms.js';

export interface AskedQuestion {
  readonly text: string;
  /** Unit vector of the text, as questions are searched with. */
  readonly vector: Float32Array;
}

export interface QuestionCluster {
  /** Places of its questions in the list that was given, ascending; at least one. */
  readonly members: readonly number[];
  /** The place of the one that is most like the others. */
  readonly typical: number;
}

/*
 * Set on the tuning half of golden/same-questions.jsonl: many pairs there are alike in every word but one ("How old was
 * Kerry?", "How old was Lavrov?"). Vectors alone put those together, and what is asked for and the names tell them apart.
 * test/cluster-questions.test.ts has the precision and recall of both halves.
 */

/** Mean similarity from which two groups of questions ask the same. */
const sameFrom = 0.87;
/** Taken off when one asks for another kind of thing than the other: a number and a date. */
const otherWant = 0.04;
/** Taken off when each has a name that the other lacks. */
const otherNames = 0.12;

/** Wants that any question may have: they tell nothing apart. */
const vague: ReadonlySet<Want> = new Set(['thing', 'yes-no', 'definition', 'reason', 'quote']);

interface Reading {
  readonly vector: Float32Array;
  readonly wants: readonly Want[];
  readonly terms: ReadonlySet<string>;
  readonly names: readonly string[];
}

function read({ text, vector }: AskedQuestion): Reading {
  const { wants, terms, names } = readQuestion(text);
  return {
    vector,
    wants: [...wants].filter((want) => !vague.has(want)),
    terms: new Set(terms),
    names: names.flatMap((name) => termsOf(name)),
  };
}

function differenceOf(one: Reading, other: Reading): number {
  const areOtherWants =
    one.wants.length > 0 && other.wants.length > 0 && !one.wants.some((want) => other.wants.includes(want));
  const areOtherNames =
    one.names.some((name) => !other.terms.has(name)) && other.names.some((name) => !one.terms.has(name));
  return (areOtherWants ? otherWant : 0) + (areOtherNames ? otherNames : 0);
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}

/** Similarities of all pairs, row-major. */
async function similaritiesOf(readings: readonly Reading[], slices: TimeSlices): Promise<Float32Array> {
  const count = readings.length;
  const matrix = new Float32Array(count * count);
  for (const [row, one] of readings.entries()) {
    if (slices.due()) await slices.pause();
    for (let column = 0; column < row; column += 1) {
      const other = readings[column];
      if (other === undefined) continue;
      const similarity = dot(one.vector, other.vector) - differenceOf(one, other);
      matrix[row * count + column] = similarity;
      matrix[column * count + row] = similarity;
    }
  }
  return matrix;
}

/** The member whose vector lies nearest to the mean of all; of equal ones the first. */
function typicalOf(members: readonly number[], readings: readonly Reading[]): number {
  const vectors = members.map((member) => readings[member]?.vector ?? new Float32Array(0));
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let i = 0; i < mean.length; i += 1) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0);
  const nearness = vectors.map((vector) => dot(vector, mean));
  return members[nearness.indexOf(Math.max(...nearness))] ?? 0;
}

/**
 * Questions that ask the same in other words, together: each in exactly one cluster, the largest cluster first, equal
 * ones in the order of their first questions. The same questions in the same order give the same clusters. A thousand
 * take about a second, in slices between which the event loop turns.
 *
 * @throws the signal's reason once it is aborted
 */
export async function clusterQuestions(
  questions: readonly AskedQuestion[],
  signal?: AbortSignal,
): Promise<readonly QuestionCluster[]> {
  const slices = createTimeSlices(signal);
  const readings: Reading[] = [];
  for (const question of questions) {
    if (slices.due()) await slices.pause();
    readings.push(read(question));
  }
  const similarities = await similaritiesOf(readings, slices);
  const groups = await averageLink({ similarities, count: questions.length, joinFrom: sameFrom, turns: slices });
  return groups
    .map((members) => ({ members, typical: typicalOf(members, readings) }))
    .toSorted((a, b) => b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0));
}
