import { supportFeatures } from '#src/verifying/support-features.js';
import type { SupportModel } from '#src/verifying/support-score.js';

const digits = 5;

function written(value: number): string {
  return String(Number(value.toPrecision(digits)));
}

/** The source of src/verifying/support-model.ts. */
export function renderSupportModel(model: SupportModel, figures: readonly string[]): string {
  const weights = model.weights.map((weight, i) => `    ${written(weight)}, // ${supportFeatures[i]?.name}`);
  return `// Written by scripts/calibrate-support.ts; do not edit. Data: the tuned half of golden/claims.jsonl, and pairs of SummEdits
// (Laban et al., arXiv 2305.14540; Apache-2.0), ExpertQA (Malaviya et al., arXiv 2309.07852; MIT) and SciFact (Wadden et
// al., arXiv 2004.14974; CC BY 4.0). Figures of the run that wrote it:
${figures.map((line) => `// - ${line}`).join('\n')}
import type { SupportModel } from './support-score.js';

export const shippedSupportModel: SupportModel = {
  weights: [
${weights.join('\n')}
  ],
  bias: ${written(model.bias)},
  threshold: ${written(model.threshold)},
  encoderHash: '${model.encoderHash}',
};
`;
}
