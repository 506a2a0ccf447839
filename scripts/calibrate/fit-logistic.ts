import type { LogisticModel } from '#src/answering/logistic-model.js';

export interface Example {
  readonly features: ArrayLike<number>;
  readonly yes: boolean;
  /** How much it counts, above 0. */
  readonly weight: number;
}

/** Newton steps at most; the objective is convex, and after seven the weights stand to more digits than are kept. */
const steps = 7;
/** A step that moves no weight by more is the last. */
const standing = 1e-6;

/** Solves the symmetric positive definite system in place, by Cholesky's decomposition. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = matrix[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (matrix[i * n + k] as number) * (matrix[j * n + k] as number);
      matrix[i * n + j] = i === j ? Math.sqrt(sum) : sum / (matrix[j * n + j] as number);
    }
  }
  const solution = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++)
      solution[i] = (solution[i] as number) - (matrix[i * n + k] as number) * (solution[k] as number);
    solution[i] = (solution[i] as number) / (matrix[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++)
      solution[i] = (solution[i] as number) - (matrix[k * n + i] as number) * (solution[k] as number);
    solution[i] = (solution[i] as number) / (matrix[i * n + i] as number);
  }
  return solution;
}

function momentsOf(examples: readonly Example[], width: number): { means: number[]; deviations: number[] } {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const columns = Array.from({ length: width }, (_, i) => i);
  const means = columns.map(
    (i) => examples.reduce((sum, { features, weight }) => sum + weight * (features[i] as number), 0) / total,
  );
  const deviations = columns.map((i) => {
    const squares = examples.reduce(
      (sum, { features, weight }) => sum + weight * ((features[i] as number) - (means[i] as number)) ** 2,
      0,
    );
    return Math.sqrt(squares / total) || 1;
  });
  return { means, deviations };
}

/**
 * Logistic regression with an L2 penalty on standardised features (the bias is free), by Newton's method: the same
 * examples give the same model. `penalty` weighs the squared weights against the summed loss.
 */
export function fitLogistic(
  features: readonly string[],
  examples: readonly Example[],
  penalty: number,
  fixed?: { readonly means: readonly number[]; readonly deviations: readonly number[] },
): LogisticModel {
  const width = features.length;
  const n = width + 1;
  const { means, deviations } = fixed ?? momentsOf(examples, width);
  const rows = examples.map(({ features: values }) =>
    Float64Array.from({ length: n }, (_, i) =>
      i === width ? 1 : ((values[i] as number) - (means[i] as number)) / (deviations[i] as number),
    ),
  );
  // One number that is none makes all weights such, and every question would be declined without a word.
  if (rows.some((row) => !row.every(Number.isFinite))) throw new RangeError('A feature is no finite number.');
  let weights = new Float64Array(n);
  for (let step = 0; step < steps; step++) {
    const hessian = new Float64Array(n * n);
    const gradient = Float64Array.from(weights, (weight, i) => (i === width ? 0 : -penalty * weight));
    for (let i = 0; i < n; i++) hessian[i * n + i] = i === width ? 1e-9 : penalty;
    for (const [at, row] of rows.entries()) {
      const { yes, weight } = examples[at] as Example;
      let odds = 0;
      for (let i = 0; i < n; i++) odds += (weights[i] as number) * (row[i] as number);
      const chance = 1 / (1 + Math.exp(-odds));
      const pull = weight * ((yes ? 1 : 0) - chance);
      const curve = weight * chance * (1 - chance);
      for (let i = 0; i < n; i++) {
        const value = row[i] as number;
        gradient[i] = (gradient[i] as number) + pull * value;
        const scaled = curve * value;
        const from = i * n;
        for (let j = 0; j <= i; j++) hessian[from + j] = (hessian[from + j] as number) + scaled * (row[j] as number);
      }
    }
    const move = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight + (move[i] as number));
    if (move.every((by) => Math.abs(by) < standing)) break;
  }
  return { features, means, deviations, weights: [...weights.subarray(0, width)], bias: weights[width] as number };
}
