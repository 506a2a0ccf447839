import { passageFeatures } from '#src/verifying/passage-features.js';
import { type Example, fitLogistic } from '../calibrate/fit-logistic.js';
import type { Weights } from './fit-signed.js';

/**
 * L2 penalty on standardised weights, where the examples' weights sum to about 2,700. It is strong on purpose: each weight
 * stays near what its feature says alone. Fitted freely, features make up for each other in the way of one set, and the next
 * set is told apart less well.
 */
const penalty = 1200;
/** The direction of strange words has hundreds of weights: each is held this many times as strongly. */
const strangeShare = 3;

/** A logistic regression over what `contextEvidence` gives. */
export function fitPassage(examples: readonly Example[]): Weights {
  const columns = Array.from(examples[0]?.features ?? [], (_, i) => i);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const meanOf = (value: (features: ArrayLike<number>) => number): number =>
    examples.reduce((sum, { features, weight }) => sum + weight * value(features), 0) / total;
  const means = columns.map((i) => meanOf((features) => features[i] ?? 0));
  const deviations = columns.map((i) => {
    const spread = Math.sqrt(meanOf((features) => ((features[i] ?? 0) - (means[i] ?? 0)) ** 2)) || 1;
    return i < passageFeatures.length ? spread : spread * Math.sqrt(strangeShare);
  });
  const model = fitLogistic(columns.map(String), examples, penalty, { means, deviations });
  const weights = model.weights.map((weight, i) => weight / (deviations[i] ?? 1));
  return { weights, bias: weights.reduce((bias, weight, i) => bias - weight * (means[i] ?? 0), model.bias) };
}
