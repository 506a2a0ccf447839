import { type ContextWords, cosinesBetween } from './context-words.js';
import type { Evidence } from './evidence.js';
import type { QuestionReading } from './question-reading.js';

/**
 * How the words of a question meet those of a chunk, each read where it stands: every word is held against the nearest one
 * of the other side (late interaction, as in ColBERT, arXiv 2004.12832). What two vectors of whole texts blur stays apart.
 */
export const contextFeatures: readonly string[] = [
  // Of the question's words that are no stop words.
  'mean',
  'weighted',
  'weakest',
  'heaviestUnmet',
  'twoWeakest',
  // From the chunk's words to the question's.
  'back',
  'backBest',
  // The same word on both sides: of the same thing, or of another?
  'same.weakest',
  'same.mean',
  // All words of the question; and the one that asks, which is near to what answers it.
  'all',
  'asking',
  'paragraph.weighted',
  'paragraph.weakest',
  'window.weighted',
  'window.weakest',
  'weightedBehindBest',
  'meanBehindBest',
  'weightedRank',
  'paragraph.all',
  'allBehindBest',
].map((name) => `context.${name}`);

/** What a word common to both says where there is none: about what one says on average. */
const noneTheSame = 0.8;
const backBestWords = 3;
/** Ranks after this one are all "far behind". */
const lowestRank = 8;
const askingWords = new Set(['who', 'whom', 'whose', 'what', 'which', 'when', 'where', 'why', 'how']);

/** A question's words and what each says. */
export interface WeighedWords {
  readonly words: ContextWords;
  /** 0 for stop words. */
  readonly weights: readonly number[];
  /** Places of the words that have a weight, and their shares of all weight. */
  readonly telling: readonly { readonly at: number; readonly share: number }[];
  readonly asking: readonly number[];
}

export function weighWords({ terms }: QuestionReading, words: ContextWords): WeighedWords {
  const weightOf = new Map(terms.map(({ term, weight }) => [term, weight]));
  const weights = words.words.map(({ term }) => (term === undefined ? undefined : weightOf.get(term)));
  const total = weights.reduce((sum: number, weight = 0) => sum + weight, 0) || 1;
  return {
    words,
    weights: weights.map((weight = 0) => weight),
    telling: weights.flatMap((weight, at) => (weight === undefined ? [] : [{ at, share: weight / total }])),
    asking: words.words.flatMap(({ lower }, at) => (askingWords.has(lower) ? [at] : [])),
  };
}

/** How one chunk meets the question. */
interface Meeting {
  /** Of each word of the question the cosine of the nearest word. */
  readonly met: Float32Array;
  readonly own: readonly number[];
  readonly mean: number;
  readonly weighted: number;
  readonly all: number;
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const leastOf = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.min(...values));
const ascending = (a: number, b: number): number => a - b;

const told = ({ telling }: WeighedWords, met: Float32Array): readonly number[] =>
  telling.map(({ at }) => met[at] as number);
const weightedBy = ({ telling }: WeighedWords, met: Float32Array): number =>
  telling.reduce((sum, { at, share }) => sum + share * (met[at] as number), 0);

function meet(question: WeighedWords, chunk: ContextWords): Meeting {
  const { words, weights, telling, asking } = question;
  const columns = chunk.words.length;
  const met = new Float32Array(words.words.length);
  if (columns === 0 || telling.length === 0) {
    return { met, own: Array.from({ length: 11 }, () => 0), mean: 0, weighted: 0, all: 0 };
  }
  const cosines = cosinesBetween(words, chunk);
  for (let row = 0; row < met.length; row++) {
    let most = -1;
    for (let at = row * columns; at < (row + 1) * columns; at++) most = Math.max(most, cosines[at] as number);
    met[row] = most;
  }
  const back: number[] = [];
  const nearestSame = new Map<string, number>();
  for (const [column, { term }] of chunk.words.entries()) {
    if (term === undefined) continue;
    let most = -1;
    for (const { at } of telling) {
      const cosine = cosines[at * columns + column] as number;
      most = Math.max(most, cosine);
      if (words.words[at]?.term === term) nearestSame.set(term, Math.max(nearestSame.get(term) ?? -1, cosine));
    }
    back.push(most);
  }
  const same = [...nearestSame.values()];
  const own = told(question, met);
  const mean = meanOf(own);
  const weighted = weightedBy(question, met);
  const all = meanOf(Array.from(met));
  return {
    met,
    mean,
    weighted,
    all,
    own: [
      mean,
      weighted,
      leastOf(own),
      telling.reduce((most, { at }) => Math.max(most, (weights[at] as number) * (1 - (met[at] as number))), 0),
      meanOf(own.toSorted(ascending).slice(0, 2)),
      meanOf(back),
      meanOf(back.toSorted(ascending).slice(-backBestWords)),
      same.length === 0 ? noneTheSame : leastOf(same),
      same.length === 0 ? noneTheSame : meanOf(same),
      all,
      asking.reduce((most, at) => Math.max(most, met[at] as number), asking.length === 0 ? 0 : -1),
    ],
  };
}

/** The better of several meetings, word by word. */
function best(meetings: readonly Meeting[]): Float32Array {
  const most = meetings[0]?.met.slice() ?? new Float32Array();
  for (const { met } of meetings) {
    for (let i = 0; i < most.length; i++) most[i] = Math.max(most[i] as number, met[i] as number);
  }
  return most;
}

/** The evidence with `contextFeatures` after its own features. `wordsOf` gives the words of a chunk. */
export function withContext(
  evidence: readonly Evidence[],
  question: WeighedWords,
  wordsOf: (evidence: Evidence) => ContextWords,
): readonly Evidence[] {
  const met = evidence.map((one) => ({ one, meeting: meet(question, wordsOf(one)) }));
  const bestOf = (of: (meeting: Meeting) => number): number =>
    met.reduce((most, { meeting }) => Math.max(most, of(meeting)), Number.NEGATIVE_INFINITY);
  const bests = { mean: bestOf(({ mean }) => mean), weighted: bestOf((m) => m.weighted), all: bestOf((m) => m.all) };
  const byWeight = met.toSorted((a, b) => b.meeting.weighted - a.meeting.weighted);
  const ranks = new Map(byWeight.map(({ one }, rank) => [one, Math.min(rank, lowestRank)]));
  return met.map(({ one, meeting }) => {
    const beside = met.filter((other) => other.one.passage === one.passage);
    const paragraph = best(beside.map((other) => other.meeting));
    const isInWindow = ({ chunk }: Evidence): boolean => chunk === one.chunk || chunk === one.chunk - 1;
    const window = best(beside.flatMap((other) => (isInWindow(other.one) ? [other.meeting] : [])));
    const features = [
      ...one.features,
      ...meeting.own,
      weightedBy(question, paragraph),
      leastOf(told(question, paragraph)),
      weightedBy(question, window),
      leastOf(told(question, window)),
      bests.weighted - meeting.weighted,
      bests.mean - meeting.mean,
      ranks.get(one) ?? lowestRank,
      meanOf(Array.from(paragraph)),
      bests.all - meeting.all,
    ];
    return { ...one, features: Float64Array.from(features) };
  });
}
