import { bestBalancedAccuracy } from '#src/evaluating/evaluate-support.js';
import { areaUnderRoc } from '#src/evaluating/measures.js';
import { passageScore } from '#src/verifying/verify-passage.js';
import type { Example } from '../calibrate/fit-logistic.js';
import { fitSigned, type Weights } from './fit-signed.js';
import type { JudgedClaim, JudgedClaims } from './judged-claims.js';

/** How much a set counts in the fit, whatever its size; supported and other claims of it count the same. */
export interface WeightedClaims extends JudgedClaims {
  readonly weight: number;
}

export function examplesOf({ weight }: WeightedClaims, claims: readonly JudgedClaim[], share = 1): readonly Example[] {
  const count = (yes: boolean): number => claims.filter(({ supported }) => supported === yes).length || 1;
  const weights = { true: (share * weight) / 2 / count(true), false: (share * weight) / 2 / count(false) };
  return claims.flatMap(({ supported, evidence: { features } }) =>
    features === undefined ? [] : [{ features, yes: supported, weight: weights[supported ? 'true' : 'false'] }],
  );
}

/** Scores of every claim of a set from models that have not seen its group; the other sets are seen whole. */
export function crossValidated(
  set: WeightedClaims,
  others: readonly WeightedClaims[],
  folds: number,
): readonly { readonly claim: JudgedClaim; readonly weights: Weights }[] {
  const groups = [...new Set(set.claims.map(({ group }) => group))];
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]));
  const rest = others.flatMap((other) => examplesOf(other, other.claims));
  const models = Array.from({ length: folds }, (_, fold) => {
    const seen = set.claims.filter(({ group }) => foldOf.get(group) !== fold);
    return fitSigned([...rest, ...examplesOf(set, seen, (folds - 1) / folds)]);
  });
  return set.claims.map((claim) => ({
    claim,
    weights: models[foldOf.get(claim.group) ?? 0] ?? { weights: [], bias: 0 },
  }));
}

export interface SeparationFigures {
  readonly auroc: number;
  readonly best: number;
}

export function separation(
  scored: readonly { readonly claim: JudgedClaim; readonly weights: Weights }[],
): SeparationFigures {
  const judged = scored.map(({ claim, weights }) => ({
    positive: claim.supported,
    score: passageScore(claim.evidence, weights),
  }));
  return { auroc: areaUnderRoc(judged), best: bestBalancedAccuracy(judged) };
}
