import { ParleyError } from '../errors.js';
import type { PassageSupport } from '../verifying/verify-passage.js';
import { areaUnderRoc } from './measures.js';
import type { SupportPair } from './support-pairs.js';

export interface SupportReport {
  readonly pairs: number;
  /** How well the score tells supported claims from others, wherever the line is drawn. */
  readonly auroc: number;
  /** Mean of the shares of supported and of other claims that lie on the right side of the threshold. */
  readonly balancedAccuracy: number;
  /** The score from which a claim may be supported; what else must hold is in `scores`. */
  readonly threshold: number;
  /** The same mean at the best threshold that these pairs have. */
  readonly bestBalancedAccuracy: number;
}

/** What the verifier made of one pair: a line of `--scores`. */
export interface ScoredPair {
  readonly id: string;
  readonly score: number;
  readonly supported: boolean;
}

export interface SupportEvaluation {
  readonly report: SupportReport;
  /** In the order of the pairs. */
  readonly scores: readonly ScoredPair[];
}

interface Judged {
  readonly positive: boolean;
  readonly score: number;
}

function balancedAccuracy(judged: readonly Judged[], threshold: number): number {
  const shareRight = (positive: boolean): number => {
    const some = judged.filter((one) => one.positive === positive);
    return some.filter(({ score }) => score >= threshold === positive).length / some.length;
  };
  return (shareRight(true) + shareRight(false)) / 2;
}

/** The balanced accuracy of the best line through the scores, in one pass over them. */
export function bestBalancedAccuracy(judged: readonly Judged[]): number {
  const sorted = judged.toSorted((a, b) => b.score - a.score);
  const positives = judged.filter(({ positive }) => positive).length;
  const negatives = judged.length - positives;
  let best = 0.5;
  let right = 0;
  let wrong = 0;
  for (const [at, { positive, score }] of sorted.entries()) {
    if (positive) right += 1;
    else wrong += 1;
    if (sorted[at + 1]?.score !== score) best = Math.max(best, (right / positives + 1 - wrong / negatives) / 2);
  }
  return best;
}

/**
 * Holds the verifier's scores and decisions, one a pair and in their order, against what people found.
 * @throws ParleyError when the pairs are all supported or all not
 */
export function evaluateSupport(
  pairs: readonly SupportPair[],
  verified: readonly PassageSupport[],
  threshold: number,
): SupportEvaluation {
  const supportedCount = pairs.filter(({ supported }) => supported).length;
  if (supportedCount === 0 || supportedCount === pairs.length) {
    throw new ParleyError(
      `The pairs have ${supportedCount} supported and ${pairs.length - supportedCount} other claims; both are needed.`,
      'Put "supported": true or false on the lines of the file.',
    );
  }
  const scores = pairs.map(({ id }, i): ScoredPair => ({ id, ...(verified[i] ?? { score: 0, supported: false }) }));
  const judged = pairs.map(({ supported }, i): Judged => ({ positive: supported, score: scores[i]?.score ?? 0 }));
  return {
    report: {
      pairs: pairs.length,
      auroc: areaUnderRoc(judged),
      balancedAccuracy: balancedAccuracy(judged, threshold),
      threshold,
      bestBalancedAccuracy: bestBalancedAccuracy(judged),
    },
    scores,
  };
}
