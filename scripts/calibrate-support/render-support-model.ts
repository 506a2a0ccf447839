import { passageFeatures } from '#src/verifying/passage-features.js';
import { supportFeatures } from '#src/verifying/support-features.js';
import type { SupportModel } from '#src/verifying/support-score.js';
import type { Calibration } from './judged-claims.js';

const digits = 5;
const thousandths = 1000;
const numbersALine = 20;

function written(value: number): string {
  return String(Number(value.toPrecision(digits)));
}

function begun(figures: readonly string[]): string {
  return `// Written by scripts/calibrate-support.ts; do not edit. Data: the tuned half of golden/claims.jsonl, and pairs of SummEdits
// (Laban et al., arXiv 2305.14540; Apache-2.0), ExpertQA (Malaviya et al., arXiv 2309.07852; MIT) and SciFact (Wadden et
// al., arXiv 2004.14974; CC BY 4.0). Figures of the run that wrote it:
${figures.map((line) => `// - ${line}`).join('\n')}
import type { SupportModel } from './support-score.js';
`;
}

function ended({ bias, threshold, encoderHash }: SupportModel): string {
  return `  bias: ${written(bias)},
  threshold: ${written(threshold)},
  encoderHash: '${encoderHash}',
};
`;
}

/** The source of src/verifying/support-model.ts. */
export function renderSupportModel({ model, figures }: Calibration): string {
  const weights = model.weights.map((weight, i) => `    ${written(weight)}, // ${supportFeatures[i]?.name}`);
  return `${begun(figures)}
export const shippedSupportModel: SupportModel = {
  weights: [
${weights.join('\n')}
  ],
${ended(model)}`;
}

/** The source of src/verifying/passage-model.ts. */
export function renderPassageModel({ model, figures }: Calibration): string {
  const known = model.weights.slice(0, passageFeatures.length);
  const strange = model.weights.slice(known.length).map((weight) => String(Math.round(weight * thousandths)));
  const lines = Array.from({ length: Math.ceil(strange.length / numbersALine) }, (_, i) =>
    strange.slice(i * numbersALine, (i + 1) * numbersALine).join(', '),
  );
  return `${begun(figures)}
/** Of the direction in which the words lie that the passage lacks, in thousandths: one a dimension of the encoder. */
// biome-ignore format: one number a line would be long.
const strangeWords: readonly number[] = [
${lines.map((line) => `  ${line},`).join('\n')}
];

export const shippedPassageModel: SupportModel = {
  weights: [
${known.map((weight, i) => `    ${written(weight)}, // ${passageFeatures[i]}`).join('\n')}
    ...strangeWords.map((weight) => weight / ${thousandths}),
  ],
${ended(model)}`;
}
