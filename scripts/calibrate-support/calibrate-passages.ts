import { contextScore } from '#src/verifying/verify-passage.js';
import { examplesOf, figuresOf, type Kind, type WeightedClaims } from './figures.js';
import { fitPassage } from './fit-passage.js';
import type { Calibration, JudgedClaims } from './judged-claims.js';

/** A large set tells more than a small one, if not as many times more as it is larger; SciFact's claims weigh about 300. */
function weightOf({ claims }: JudgedClaims): number {
  return 300 * Math.sqrt(claims.length / 333);
}
/** They alone have every kind of difference that the checks know. */
const goldenWeight = 800;
const folds = 5;
/** Supported and other claims count the same in each set, so this is where they balance, in sets left out as well. */
const threshold = 0.5;

const kind: Kind = {
  featuresOf: ({ inContext }) => inContext.features,
  fit: fitPassage,
  withinPassages: true,
  score: ({ inContext }, weights) => contextScore(inContext, weights),
};

/** The model that scores a statement beside a whole passage, both read in context. */
export function calibratePassages(
  read: readonly JudgedClaims[],
  tuned: JudgedClaims,
  encoderHash: string,
): Calibration {
  const all = [
    ...read.map((set): WeightedClaims => ({ ...set, weight: weightOf(set) })),
    { ...tuned, weight: goldenWeight },
  ];
  const weights = fitPassage(all.flatMap((set) => examplesOf(set, set.claims, kind)));
  return { model: { ...weights, threshold, encoderHash }, figures: figuresOf(all, kind, { folds, threshold }) };
}
