import { type Comparison, sureShare } from './comparison.js';
import type { FindingKind } from './finding.js';
import type { Statement } from './statement.js';
import { countedOf, wordsSaid } from './words-said.js';

export const countedFindings: readonly FindingKind[] = [
  'number',
  'date',
  'name',
  'polarity',
  'opposite',
  'order',
  'mood',
  'report',
  'guess',
  'condition',
];

export interface SupportFeature {
  readonly name: string;
  /** 1 when more of it speaks for the claim, -1 when it speaks against: a fitted weight keeps this sign. */
  readonly sign: 1 | -1;
}

function features(sign: 1 | -1, names: readonly string[]): readonly SupportFeature[] {
  return names.map((name) => ({ name, sign }));
}

export const supportFeatures: readonly SupportFeature[] = [
  ...features(1, ['own', 'whole', 'everywhere', 'exact', 'exactHere', 'weakest', 'pairs', 'pairsAnywhere']),
  ...features(1, ['triplesAnywhere', 'sure', 'similarity', 'similarityNext']),
  ...features(-1, ['unsaid', 'unsaidWeight', 'heaviestUnsaid', 'unknownWords', 'similarityLead']),
  ...features(
    -1,
    countedFindings.map((kind) => `finding.${kind}`),
  ),
];

/** Runs of `length` neighbouring terms, each joined by spaces. */
export function runsOf({ words }: Statement, length: number): readonly string[] {
  return Array.from({ length: Math.max(0, words.length - length + 1) }, (_, i) =>
    words
      .slice(i, i + length)
      .map(({ term, alias }) => alias ?? term)
      .join(' '),
  );
}

function shareIn(runs: readonly string[], known: ReadonlySet<string>): number {
  return runs.length === 0 ? 0 : runs.filter((run) => known.has(run)).length / runs.length;
}

export interface FeatureScene {
  readonly claim: Statement;
  /** Every comparison of the claim, the one whose features are wanted among them. */
  readonly all: readonly Comparison[];
  /** The highest cosine of any sentence, and the mean of the three highest. */
  readonly bestSimilarity: number;
  readonly nextSimilarity: number;
  /** Terms, and runs of two and three of them, of all sentences that were compared. */
  readonly allRuns: ReadonlySet<string>;
}

/** The scene of a claim that was compared with sentences. */
export function sceneOf(claim: Statement, all: readonly Comparison[]): FeatureScene {
  const similarities = all.map(({ candidate }) => candidate.similarity).toSorted((a, b) => b - a);
  const next = similarities.slice(0, 3);
  return {
    claim,
    all,
    bestSimilarity: similarities[0] ?? 0,
    nextSimilarity: next.reduce((sum, similarity) => sum + similarity, 0) / Math.max(1, next.length),
    allRuns: new Set(
      all.flatMap(({ candidate }) => [1, 2, 3].flatMap((length) => runsOf(candidate.statement, length))),
    ),
  };
}

/** What is known of a claim and one sentence, in the order of `supportFeatures`. */
export function supportFeaturesOf(
  { claim, all, bestSimilarity, nextSimilarity, allRuns }: FeatureScene,
  one: Comparison,
): Float64Array {
  const { candidate, met, findings } = one;
  const sentence = candidate.statement;
  const said = wordsSaid(claim, one);
  let total = 0;
  let everywhere = 0;
  let exact = 0;
  let unknown = 0;
  for (const [at, { term, alias, weight }] of claim.words.entries()) {
    total += weight;
    let anywhere = met[at] ?? 0;
    for (const other of all) anywhere = Math.max(anywhere, other.met[at] ?? 0);
    everywhere += weight * anywhere;
    if (allRuns.has(alias ?? term)) exact += weight;
    else unknown += 1;
  }
  const scale = total || 1;
  return Float64Array.from([
    one.own,
    one.whole,
    everywhere / scale,
    exact / scale,
    said.exact,
    said.weakest,
    shareIn(runsOf(claim, 2), new Set(runsOf(sentence, 2))),
    shareIn(runsOf(claim, 2), allRuns),
    shareIn(runsOf(claim, 3), allRuns),
    sureShare(claim, met),
    candidate.similarity,
    nextSimilarity,
    said.unsaid,
    said.unsaidWeight,
    said.heaviestUnsaid,
    unknown,
    bestSimilarity - candidate.similarity,
    ...countedFindings.map((kind) => countedOf(findings, kind)),
  ]);
}

/**
 * The features of several sentences that are to be supported together: of each feature the value that speaks for them
 * least, since one unsupported sentence is enough.
 */
export function worstFeatures(rows: readonly Float64Array[]): Float64Array {
  return Float64Array.from(supportFeatures, ({ sign }, i) => {
    const values = rows.map((row) => row[i] ?? 0);
    return sign === 1 ? Math.min(...values) : Math.max(...values);
  });
}
