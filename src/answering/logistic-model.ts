/** A logistic regression over named features, as scripts/calibrate.ts writes it. */
export interface LogisticModel {
  readonly features: readonly string[];
  /** Of each feature over the training rows; a feature is (value - mean) / deviation before it is weighed. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Log-odds of "yes" for one row of features, in the order of `model.features`. */
export function logOdds(model: LogisticModel, row: ArrayLike<number>): number {
  let sum = model.bias;
  for (let i = 0; i < model.weights.length; i++) {
    sum +=
      (model.weights[i] as number) *
      (((row[i] as number) - (model.means[i] as number)) / (model.deviations[i] as number));
  }
  return sum;
}

export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
