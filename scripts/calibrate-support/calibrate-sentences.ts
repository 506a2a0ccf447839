import type { WordVectors } from '#src/language/word-vectors.js';
import type { SupportModel } from '#src/verifying/support-score.js';
import { passageScore, verifyPassage } from '#src/verifying/verify-passage.js';
import { crossValidated, examplesOf, figuresOf, type Kind, type ScoredClaim, type WeightedClaims } from './figures.js';
import { fitSigned } from './fit-signed.js';
import type { Calibration, JudgedClaims } from './judged-claims.js';

const setWeight = 300;
/** Claims about an article, as members write them, are what a check is for. */
const goldenWeight = 400;
const folds = 5;
/** Share of the golden claims without support that may pass, each measured while left out. */
const falseSupport = 0.04;
/** Share of what is told as supported that a stricter threshold may cost. */
const recallSpent = 0.02;
const thresholds = Array.from({ length: 26 }, (_, i) => 0.3 + i / 50);

const kind: Kind = {
  featuresOf: ({ evidence }) => evidence.features,
  fit: fitSigned,
  withinPassages: false,
  score: ({ evidence }, weights) => passageScore(evidence, weights),
};

interface Passing {
  /** Golden claims told as supported at a threshold: those that are, and those that are not. */
  readonly rightly: number;
  readonly falsely: number;
  /** Those that are not and would be if the score alone decided. */
  readonly byScoreAlone: number;
}

function passingAt(threshold: number, scored: readonly ScoredClaim[], vectors: WordVectors): Passing {
  const judged = scored.map(({ claim, weights }) => ({
    claim,
    ...verifyPassage(claim.parts, { vectors, model: { ...weights, threshold, encoderHash: '' } }),
  }));
  return {
    rightly: judged.filter(({ claim, supported }) => supported && claim.supported).length,
    falsely: judged.filter(({ claim, supported }) => supported && !claim.supported).length,
    byScoreAlone: judged.filter(({ claim, score }) => score >= threshold && !claim.supported).length,
  };
}

/** The model that `/check` decides by: a claim's sentence beside one of a document. */
export function calibrateSentences(
  read: readonly JudgedClaims[],
  tuned: JudgedClaims,
  { vectors, encoderHash }: { readonly vectors: WordVectors; readonly encoderHash: string },
): Calibration {
  const sets = read.map((set): WeightedClaims => ({ ...set, weight: setWeight }));
  const golden: WeightedClaims = { ...tuned, weight: goldenWeight };
  const all = [...sets, golden];
  const scored = crossValidated(golden, sets, kind, folds);
  const others = scored.filter(({ claim }) => !claim.supported).length;
  // The checks let few pass at any threshold: the strictest that costs next to nothing keeps the score's say.
  const passing = thresholds.map((value) => ({ value, ...passingAt(value, scored, vectors) }));
  const allowed = passing.filter(({ falsely }) => falsely <= falseSupport * others);
  const most = Math.max(...allowed.map(({ rightly }) => rightly));
  const chosen = allowed.findLast(({ rightly }) => rightly >= (1 - recallSpent) * most);
  if (chosen === undefined) throw new Error('No threshold keeps false support low enough.');
  const threshold = chosen.value;
  const model: SupportModel = {
    ...fitSigned(all.flatMap((set) => examplesOf(set, set.claims, kind))),
    threshold,
    encoderHash,
  };
  const passed = `at the threshold ${chosen.rightly} of ${scored.length - others} golden claims with support pass and ${chosen.falsely} of ${others} without, by the score alone ${chosen.byScoreAlone}`;
  return { model, figures: [...figuresOf(all, kind, { folds, threshold }), passed] };
}
