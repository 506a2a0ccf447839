import {
  evidenceInContext,
  questionFeatures,
  questionFeaturesOf,
  questionInContext,
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

/** What the questions' evidence is described by, and whether their own vectors count. */
export type Described = 'in context' | 'with vectors' | 'alone';

function fitEvidence(parts: readonly Weighted[], names: readonly string[]): LogisticModel {
  const examples = parts.flatMap(({ questions, weight }) =>
    questions.flatMap(({ findings, answers }) =>
      findings.evidence.map(({ features }, i) => ({ features, yes: answers[i] === true, weight })),
    ),
  );
  return fitLogistic(names, examples, evidencePenalty);
}

/** Fits both steps. Questions `in context` have vectors too. */
export function fitSizeModel(given: readonly Weighted[], described: Described): SizeModel {
  const [ofEvidence, ofQuestion] =
    described === 'in context' ? [evidenceInContext, questionInContext] : [evidenceFeatures, questionFeatures];
  // Of a question that the encoder cuts into other words, nothing is known in context: it is judged without, here too.
  const parts = given.map(({ questions, weight }) => ({
    questions: questions.filter(({ findings }) =>
      findings.evidence.every(({ features }) => features.length === ofEvidence.length),
    ),
    weight,
  }));
  const evidence = fitEvidence(parts, ofEvidence);
  const rows = parts.flatMap(({ questions, weight }) =>
    questions.flatMap((question) => {
      const features = questionFeaturesOf(ranked(question, evidence), question.findings.claimFitOf);
      if (features === undefined) return [];
      const values = described !== 'alone' ? Float64Array.from([...features, ...question.findings.vector]) : features;
      return [{ features: values, yes: question.answerable, weight }];
    }),
  );
  const width = ofQuestion.length;
  const dimensions = (rows[0]?.features.length ?? width) - width;
  const names = [...ofQuestion, ...Array.from({ length: dimensions }, (_, i) => `vector.${i}`)];
  const plain = fitLogistic(
    ofQuestion,
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
      features: ofQuestion,
      means: plain.means,
      deviations: plain.deviations,
      weights: whole.weights.slice(0, width),
      bias,
    },
    vectorWeights,
  };
}
