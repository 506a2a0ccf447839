import { bestBalancedAccuracy, evaluateSupport } from '#src/evaluating/evaluate-support.js';
import { areaUnderRoc } from '#src/evaluating/measures.js';
import type { Example } from '../calibrate/fit-logistic.js';
import type { Weights } from './fit-signed.js';
import type { JudgedClaim, JudgedClaims } from './judged-claims.js';

/** How much a set counts in a fit, whatever its size; supported and other claims of it count the same. */
export interface WeightedClaims extends JudgedClaims {
  readonly weight: number;
}

/** One of the two models: what it sees of a claim, how it is fitted and how it scores. */
export interface Kind {
  featuresOf(claim: JudgedClaim): Float64Array | undefined;
  fit(examples: readonly Example[]): Weights;
  /** What a passage does to all claims about it is taken out of the examples, where there are many. */
  readonly withinPassages: boolean;
  /** 0 to 1. */
  score(claim: JudgedClaim, weights: Weights): number;
}

/** Of so many claims about one passage the mean is worth taking out. */
const manyClaims = 8;

interface Seen {
  readonly claim: JudgedClaim;
  readonly features: Float64Array;
}

function meanOf(rows: readonly Seen[]): Float64Array {
  const sum = new Float64Array(rows[0]?.features.length ?? 0);
  for (const { features } of rows) for (const [i, value] of features.entries()) sum[i] = (sum[i] ?? 0) + value;
  return sum.map((value) => value / Math.max(1, rows.length));
}

/** Moves the claims about each passage that has many so that their mean is the mean of all. */
function withinPassages(rows: readonly Seen[]): readonly Seen[] {
  const all = meanOf(rows);
  const groups = new Map<string, Seen[]>();
  for (const row of rows) groups.set(row.claim.group, [...(groups.get(row.claim.group) ?? []), row]);
  return [...groups.values()].flatMap((own) => {
    if (own.length < manyClaims) return own;
    const mean = meanOf(own);
    return own.map(({ claim, features }) => ({
      claim,
      features: features.map((value, i) => value - (mean[i] ?? 0) + (all[i] ?? 0)),
    }));
  });
}

export function examplesOf(
  { weight }: WeightedClaims,
  claims: readonly JudgedClaim[],
  kind: Kind,
  share = 1,
): readonly Example[] {
  const count = (yes: boolean): number => claims.filter(({ supported }) => supported === yes).length || 1;
  const weights = { true: (share * weight) / 2 / count(true), false: (share * weight) / 2 / count(false) };
  const rows = claims.flatMap((claim): readonly Seen[] => {
    const features = kind.featuresOf(claim);
    return features === undefined ? [] : [{ claim, features }];
  });
  return (kind.withinPassages ? withinPassages(rows) : rows).map(({ claim: { supported }, features }) => ({
    features,
    yes: supported,
    weight: weights[supported ? 'true' : 'false'],
  }));
}

export interface ScoredClaim {
  readonly claim: JudgedClaim;
  readonly weights: Weights;
}

/** The models of every claim of a set that have not seen its group; the other sets are seen whole. */
export function crossValidated(
  set: WeightedClaims,
  others: readonly WeightedClaims[],
  kind: Kind,
  folds: number,
): readonly ScoredClaim[] {
  const groups = [...new Set(set.claims.map(({ group }) => group))];
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]));
  const rest = others.flatMap((other) => examplesOf(other, other.claims, kind));
  const models = Array.from({ length: folds }, (_, fold) => {
    const seen = set.claims.filter(({ group }) => foldOf.get(group) !== fold);
    return kind.fit([...rest, ...examplesOf(set, seen, kind, (folds - 1) / folds)]);
  });
  return set.claims.map((claim) => ({
    claim,
    weights: models[foldOf.get(claim.group) ?? 0] ?? { weights: [], bias: 0 },
  }));
}

function separation(scored: readonly ScoredClaim[], kind: Kind, threshold: number): string {
  const judged = scored.map(({ claim, weights }) => ({ positive: claim.supported, score: kind.score(claim, weights) }));
  const pairs = judged.map(({ positive }, i) => ({ id: `${i}`, passage: '', claim: '', supported: positive }));
  const verified = judged.map(({ score }) => ({ score, supported: score >= threshold }));
  const { balancedAccuracy } = evaluateSupport(pairs, verified, threshold).report;
  return `AUROC ${areaUnderRoc(judged).toFixed(3)}, balanced accuracy ${balancedAccuracy.toFixed(3)} at ${threshold}, ${bestBalancedAccuracy(judged).toFixed(3)} at best`;
}

/** One line a set: how well claims are told apart by models that have not seen their group, and the whole set. */
export function figuresOf(
  sets: readonly WeightedClaims[],
  kind: Kind,
  { folds, threshold }: { readonly folds: number; readonly threshold: number },
): readonly string[] {
  return sets.map((set) => {
    const others = sets.filter((other) => other !== set);
    const without = kind.fit(others.flatMap((other) => examplesOf(other, other.claims, kind)));
    const leftOut = separation(
      set.claims.map((claim) => ({ claim, weights: without })),
      kind,
      threshold,
    );
    const folded = separation(crossValidated(set, others, kind, folds), kind, threshold);
    return `${set.name}: ${set.claims.length} claims; groups left out: ${folded}; set left out: ${leftOut}`;
  });
}
