import { type ClaimFit, claimFitFeatures } from './claim-fit.js';
import { contextFeatures } from './context-features.js';
import { type Evidence, evidenceFeatures } from './evidence.js';
import { type LogisticModel, logOdds, probability } from './logistic-model.js';

/** What was calibrated on collections of one size. */
export interface SizeModel {
  /** Does this chunk answer the question? Over `evidenceFeatures`. */
  readonly evidence: LogisticModel;
  /** Is the question answered at all? Over `questionFeatures`; 0 is where answers begin. */
  readonly question: LogisticModel;
  /**
   * Added to the question's log-odds: the product with the question's vector. It knows what people ask a small
   * collection that no document answers (small talk, orders to the bot, other wars, what came later). Empty in the model
   * for large collections, where the evidence alone decides.
   */
  readonly vectorWeights: readonly number[];
}

/**
 * Written by scripts/calibrate.ts. Between `smallUpTo` and `largeFrom` chunks the log-odds of the two models are mixed,
 * evenly on a logarithmic scale.
 */
export interface AnswerabilityModel {
  readonly small: SizeModel;
  /**
   * For small collections whose words were read where they stand (word-reader.ts): over `evidenceInContext` and
   * `questionInContext`.
   */
  readonly inContext: SizeModel;
  /** The mean of the encoder's states at words. */
  readonly centre: readonly number[];
  readonly large: SizeModel;
  readonly smallUpTo: number;
  readonly largeFrom: number;
  /** Questions below this probability are declined. */
  readonly threshold: number;
  /** The encoder whose similarities and vectors these are. */
  readonly encoderHash: string;
}

export interface RankedEvidence extends Evidence {
  /** Log-odds that the chunk answers the question. */
  readonly odds: number;
}

export interface Assessment {
  /** Best first. */
  readonly ranked: readonly RankedEvidence[];
  /** Calibrated probability that the documents answer the question, 0 to 1; 0 without evidence. */
  readonly confidence: number;
}

/** Features whose best value over all chunks read says something that the best chunk's own value does not. */
const bestOverChunks = [
  'chunk.softCoverage',
  'chunk.weakest',
  'window.softCoverage',
  'paragraph.softCoverage',
  'paragraph.weakest',
  'similarity',
];
const bestColumns = bestOverChunks.map((name) => evidenceFeatures.indexOf(name));

export const questionFeatures: readonly string[] = [
  'bestOdds',
  'nextOdds',
  'oddsLead',
  ...evidenceFeatures,
  ...bestOverChunks.map((name) => `best.${name}`),
  ...claimFitFeatures.map((name) => `claim.${name}`),
];

/** What the best chunk's own words do not tell of the others', as above. */
const bestInContext = [
  'mean',
  'weighted',
  'weakest',
  'back',
  'all',
  'asking',
  'paragraph.weighted',
  'paragraph.weakest',
].map((name) => `context.${name}`);
const contextStart = evidenceFeatures.length;
const bestContextColumns = bestInContext.map((name) => contextStart + contextFeatures.indexOf(name));

/** As `evidenceFeatures` and `questionFeatures`, where words were read in context; what is more comes after them. */
export const evidenceInContext: readonly string[] = [...evidenceFeatures, ...contextFeatures];
export const questionInContext: readonly string[] = [
  ...questionFeatures,
  ...contextFeatures,
  ...bestInContext.map((name) => `best.${name}`),
];

function isReadInContext({ features }: Evidence): boolean {
  return features.length > contextStart;
}

export function rankEvidence(
  evidence: readonly Evidence[],
  oddsOf: (evidence: Evidence) => number,
): readonly RankedEvidence[] {
  return evidence
    .map((one) => ({ ...one, odds: oddsOf(one) }))
    .toSorted((a, b) => b.odds - a.odds || a.chunk - b.chunk);
}

/**
 * Features of a question from its ranked evidence and how the best meets its claim, in the order of `questionFeatures`, or
 * of `questionInContext` where the evidence is.
 */
export function questionFeaturesOf(
  ranked: readonly RankedEvidence[],
  claimFitOf: (best: Evidence) => ClaimFit,
): Float64Array | undefined {
  const best = ranked[0];
  if (best === undefined) return undefined;
  const nextOdds = ranked[1]?.odds ?? best.odds - 5;
  const fit = claimFitOf(best);
  const most = (column: number): number =>
    ranked.reduce((value, { features }) => Math.max(value, features[column] ?? 0), Number.NEGATIVE_INFINITY);
  return Float64Array.from([
    best.odds,
    nextOdds,
    best.odds - nextOdds,
    ...best.features.subarray(0, contextStart),
    ...bestColumns.map(most),
    ...claimFitFeatures.map((name) => fit[name]),
    ...(isReadInContext(best) ? [...best.features.subarray(contextStart), ...bestContextColumns.map(most)] : []),
  ]);
}

/** 0 for a small collection, 1 for a large one. */
function largeness(model: AnswerabilityModel, chunks: number): number {
  const share = Math.log(Math.max(1, chunks) / model.smallUpTo) / Math.log(model.largeFrom / model.smallUpTo);
  return Math.min(1, Math.max(0, share));
}

function mixed(share: number, small: () => number, large: () => number): number {
  if (share === 0) return small();
  if (share === 1) return large();
  return (1 - share) * small() + share * large();
}

export function questionOdds(
  { question, vectorWeights }: SizeModel,
  features: Float64Array,
  vector: Float32Array,
): number {
  return vectorWeights.reduce((sum, weight, i) => sum + weight * (vector[i] ?? 0), logOdds(question, features));
}

/**
 * Weighs the evidence for a question. `claimFitOf` is asked once, for the best; `vector` is the question's; `chunks` is the
 * size of all collections searched.
 */
export function assess(
  evidence: readonly Evidence[],
  claimFitOf: (best: Evidence) => ClaimFit,
  model: AnswerabilityModel,
  vector: Float32Array,
  chunks: number,
): Assessment {
  const { large } = model;
  const [first] = evidence;
  const small = first !== undefined && isReadInContext(first) ? model.inContext : model.small;
  const share = largeness(model, chunks);
  const ranked = rankEvidence(evidence, ({ features }) =>
    mixed(
      share,
      () => logOdds(small.evidence, features),
      () => logOdds(large.evidence, features),
    ),
  );
  const features = questionFeaturesOf(ranked, claimFitOf);
  if (features === undefined) return { ranked, confidence: 0 };
  const odds = mixed(
    share,
    () => questionOdds(small, features, vector),
    () => questionOdds(large, features, vector),
  );
  return { ranked, confidence: probability(odds) };
}
