import { supportFeatures } from '#src/verifying/support-features.js';
import type { SupportModel } from '#src/verifying/support-score.js';
import { type Example, fitLogistic } from '../calibrate/fit-logistic.js';

/** L2 penalty on standardised weights, where the examples' weights sum to about a thousand. */
const penalty = 5;

export type Weights = Pick<SupportModel, 'weights' | 'bias'>;

/**
 * A logistic regression whose weights have the signs of `supportFeatures`. Features with a wrong sign are left out, the
 * worst third at a time, until none is left: a model that holds a missing word in a claim's favour has
 * learnt the habits of one set, and fails on the next.
 */
export function fitSigned(examples: readonly Example[]): Weights {
  let kept = supportFeatures.map((_, i) => i);
  for (;;) {
    const columns = kept;
    const model = fitLogistic(
      columns.map((i) => supportFeatures[i]?.name ?? ''),
      examples.map(({ features, ...example }) => ({ ...example, features: columns.map((i) => features[i] ?? 0) })),
      penalty,
    );
    const wrong = columns
      .map((column, i) => ({ column, amount: -(model.weights[i] ?? 0) * (supportFeatures[column]?.sign ?? 1) }))
      .filter(({ amount }) => amount > 0)
      .toSorted((a, b) => b.amount - a.amount);
    if (wrong.length === 0) {
      const weights = supportFeatures.map(() => 0);
      let bias = model.bias;
      for (const [i, column] of columns.entries()) {
        const weight = (model.weights[i] ?? 0) / (model.deviations[i] || 1);
        weights[column] = weight;
        bias -= weight * (model.means[i] ?? 0);
      }
      return { weights, bias };
    }
    const dropped = new Set(wrong.slice(0, Math.ceil(wrong.length / 3)).map(({ column }) => column));
    kept = columns.filter((column) => !dropped.has(column));
  }
}
