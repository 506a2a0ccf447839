import type { AnswerabilityModel, SizeModel } from '#src/answering/assess.js';
import type { LogisticModel } from '#src/answering/logistic-model.js';

/** Digits kept: enough that no question of the golden set changes sides. */
const digits = 5;
const aLine = 10;

function numbers(values: readonly number[]): string {
  const written = values.map((value) => String(Number(value.toPrecision(digits))));
  const lines = Array.from({ length: Math.ceil(written.length / aLine) }, (_, i) =>
    written.slice(i * aLine, (i + 1) * aLine).join(', '),
  );
  return `[\n${lines.join(',\n')},\n]`;
}

function logistic(model: LogisticModel, features: string): string {
  return `{
features: ${features},
means: ${numbers(model.means)},
deviations: ${numbers(model.deviations)},
weights: ${numbers(model.weights)},
bias: ${Number(model.bias.toPrecision(digits))},
}`;
}

function sizeModel({ evidence, question, vectorWeights }: SizeModel, names = ['evidenceFeatures', 'questionFeatures']) {
  const [ofEvidence = '', ofQuestion = ''] = names;
  return `{
evidence: ${logistic(evidence, ofEvidence)},
question: ${logistic(question, ofQuestion)},
vectorWeights: ${vectorWeights.length === 0 ? '[]' : numbers(vectorWeights)},
}`;
}

/** The source of src/answering/answerability.ts. */
export function renderModel(model: AnswerabilityModel, figures: readonly string[]): string {
  return `// Written by \`npm run calibrate\`; do not edit. Data: golden/tuning.jsonl, golden/practice/, and half of the development
// set of SQuAD 2.0 (Rajpurkar et al., arXiv 1806.03822; CC BY-SA 4.0). Figures of the run that wrote it:
${figures.map((line) => `// - ${line}`).join('\n')}
import { type AnswerabilityModel, evidenceInContext, questionFeatures, questionInContext } from './assess.js';
import { evidenceFeatures } from './evidence.js';

export const shippedModel: AnswerabilityModel = {
small: ${sizeModel(model.small)},
inContext: ${sizeModel(model.inContext, ['evidenceInContext', 'questionInContext'])},
centre: ${numbers(model.centre)},
large: ${sizeModel(model.large)},
smallUpTo: ${model.smallUpTo},
largeFrom: ${model.largeFrom},
threshold: ${Number(model.threshold.toPrecision(digits))},
encoderHash: '${model.encoderHash}',
};
`;
}
