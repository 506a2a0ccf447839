import {
  questionFeatures,
  questionFeaturesOf,
  type RankedEvidence,
  rankEvidence,
  type SizeModel,
} from '#src/answering/assess.js';
import { evidenceFeatures } from '#src/answering/evidence.js';
import { type LogisticModel, logOdds } from '#src/answering/logistic-model.js';
import { fitLogistic } from './fit-logistic.js';
import type { LabelledQuestion } from './labelled-questions.js';

export interface Weighted {
  readonly questions: readonly LabelledQuestion[];
  /** How much each of them counts. */
  readonly weight: number;
}

/** L2 penalties, chosen on questions about the practice texts that were left out. */
const evidencePenalty = 20;
const questionPenalty = 80;
/** Vectors have unit length, so one part of one is about 1/20; this puts it on the scale of standardised features. */
const vectorScale = 1 / 30;

function ranked({ findings }: LabelledQuestion, model: LogisticModel): readonly RankedEvidence[] {
  return rankEvidence(findings.evidence, ({ features }) => logOdds(model, features));
}

export function fitEvidence(parts: readonly Weighted[]): LogisticModel {
  const examples = parts.flatMap(({ questions, weight }) =>
    questions.flatMap(({ findings, answers }) =>
      findings.evidence.map(({ features }, i) => ({ features, yes: answers[i] === true, weight })),
    ),
  );
  return fitLogistic(evidenceFeatures, examples, evidencePenalty);
}

/** Fits both steps. With `useVectors` the question's own vector counts too. */
export function fitSizeModel(parts: readonly Weighted[], useVectors: boolean): SizeModel {
  const evidence = fitEvidence(parts);
  const rows = parts.flatMap(({ questions, weight }) =>
    questions.flatMap((question) => {
      const features = questionFeaturesOf(ranked(question, evidence), question.findings.claimFitOf);
      if (features === undefined) return [];
      const values = useVectors ? Float64Array.from([...features, ...question.findings.vector]) : features;
      return [{ features: values, yes: question.answerable, weight }];
    }),
  );
  const width = questionFeatures.length;
  const dimensions = (rows[0]?.features.length ?? width) - width;
  const names = [...questionFeatures, ...Array.from({ length: dimensions }, (_, i) => `vector.${i}`)];
  const plain = fitLogistic(
    questionFeatures,
    rows.map((row) => ({ ...row, features: row.features.slice(0, width) })),
    questionPenalty,
  );
  if (dimensions === 0) return { evidence, question: plain, vectorWeights: [] };

  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const vectorMeans = Array.from(
    { length: dimensions },
    (_, i) => rows.reduce((sum, { features, weight }) => sum + weight * (features[width + i] as number), 0) / total,
  );
  const whole = fitLogistic(names, rows, questionPenalty, {
    means: [...plain.means, ...vectorMeans],
    deviations: [...plain.deviations, ...vectorMeans.map(() => vectorScale)],
  });
  const vectorWeights = whole.weights.slice(width).map((weight) => weight / vectorScale);
  const bias = whole.bias - vectorWeights.reduce((sum, weight, i) => sum + weight * (vectorMeans[i] as number), 0);
  return {
    evidence,
    question: {
      features: questionFeatures,
      means: plain.means,
      deviations: plain.deviations,
      weights: whole.weights.slice(0, width),
      bias,
    },
    vectorWeights,
  };
}
