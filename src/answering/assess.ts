import { type Evidence, evidenceFeatures } from './evidence.js';
import { type LogisticModel, logOdds, probability } from './logistic-model.js';

/** The two models that scripts/calibrate.ts writes to answerability.json, and where the line is drawn. */
export interface AnswerabilityModel {
  /** Does this chunk answer the question? Over `evidenceFeatures`. */
  readonly evidence: LogisticModel;
  /** Is the question answered at all? Over `questionFeatures`. */
  readonly question: LogisticModel;
  /** Questions below this probability are declined. */
  readonly threshold: number;
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
const bestOverChunks = ['chunk.softCoverage', 'chunk.weakest', 'window.softCoverage', 'paragraph.softCoverage', 'paragraph.weakest', 'similarity'];
const bestColumns = bestOverChunks.map((name) => evidenceFeatures.indexOf(name));

export const questionFeatures: readonly string[] = [
  'bestOdds',
  'nextOdds',
  'oddsLead',
  ...evidenceFeatures,
  ...bestOverChunks.map((name) => `best.${name}`),
];

export function rankEvidence(evidence: readonly Evidence[], model: LogisticModel): readonly RankedEvidence[] {
  return evidence
    .map((one) => ({ ...one, odds: logOdds(model, one.features) }))
    .sort((a, b) => b.odds - a.odds || a.chunk - b.chunk);
}

/** Features of a question from its ranked evidence, in the order of `questionFeatures`. */
export function questionFeaturesOf(ranked: readonly RankedEvidence[]): Float64Array | undefined {
  const best = ranked[0];
  if (best === undefined) return undefined;
  const nextOdds = ranked[1]?.odds ?? best.odds - 5;
  return Float64Array.from([
    best.odds,
    nextOdds,
    best.odds - nextOdds,
    ...best.features,
    ...bestColumns.map((column) => ranked.reduce((most, { features }) => Math.max(most, features[column] ?? 0), Number.NEGATIVE_INFINITY)),
  ]);
}

export function assess(evidence: readonly Evidence[], model: AnswerabilityModel): Assessment {
  const ranked = rankEvidence(evidence, model.evidence);
  const features = questionFeaturesOf(ranked);
  return { ranked, confidence: features === undefined ? 0 : probability(logOdds(model.question, features)) };
}
