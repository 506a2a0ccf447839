/** A logistic regression over `supportFeatures`, as scripts/calibrate-support.ts writes it. */
export interface SupportModel {
  readonly weights: readonly number[];
  readonly bias: number;
  /** Claims from this probability on are supported, if nothing stands against them. */
  readonly threshold: number;
  /** The encoder whose similarities were fitted. */
  readonly encoderHash: string;
}

/** Probability that a sentence says what a claim says, 0 to 1, for features in the order of `supportFeatures`. */
export function supportProbability(
  { weights, bias }: Omit<SupportModel, 'threshold' | 'encoderHash'>,
  features: ArrayLike<number>,
): number {
  let odds = bias;
  for (let i = 0; i < weights.length; i++) odds += (weights[i] as number) * (features[i] as number);
  return 1 / (1 + Math.exp(-odds));
}
