import { describe, expect, it } from 'vitest';
import {
  type AnswerabilityModel,
  assess,
  evidenceInContext,
  questionFeatures,
  questionFeaturesOf,
  questionInContext,
  rankEvidence,
  type SizeModel,
} from '#src/answering/assess.js';
import { type ClaimFit, claimFitFeatures } from '#src/answering/claim-fit.js';
import { type Evidence, evidenceFeatures } from '#src/answering/evidence.js';
import { type LogisticModel, logOdds, probability } from '#src/answering/logistic-model.js';

function plainModel(
  features: readonly string[],
  weights: Readonly<Record<string, number>>,
  bias: number,
): LogisticModel {
  return {
    features,
    means: features.map(() => 0),
    deviations: features.map(() => 1),
    weights: features.map((name) => weights[name] ?? 0),
    bias,
  };
}

function sizeModel(similarityWeight: number, vectorWeights: readonly number[] = []): SizeModel {
  return {
    evidence: plainModel(evidenceFeatures, { similarity: similarityWeight }, 0),
    question: plainModel(questionFeatures, { bestOdds: 1 }, 0),
    vectorWeights,
  };
}

const model: AnswerabilityModel = {
  small: sizeModel(2, [1, 0]),
  inContext: {
    evidence: plainModel(evidenceInContext, { 'context.weighted': 3 }, 0),
    question: plainModel(questionInContext, { bestOdds: 1, 'best.context.weakest': 1 }, 0),
    vectorWeights: [],
  },
  centre: [0, 0],
  large: sizeModel(-4),
  smallUpTo: 100,
  largeFrom: 10_000,
  threshold: 0.5,
  encoderHash: 'none',
};

function evidenceWith(...similarities: readonly number[]): readonly Evidence[] {
  return similarities.map((similarity, chunk) => {
    const features = new Float64Array(evidenceFeatures.length);
    features[evidenceFeatures.indexOf('similarity')] = similarity;
    return { chunk, features } as unknown as Evidence;
  });
}

const vector = Float32Array.of(0.5, -0.5);
const noFit = (): ClaimFit => Object.fromEntries(claimFitFeatures.map((name) => [name, 0])) as ClaimFit;

describe('a logistic model', () => {
  it('weighs standardised features', () => {
    const two: LogisticModel = { features: ['a', 'b'], means: [1, 2], deviations: [2, 4], weights: [3, -1], bias: 0.5 };
    expect(logOdds(two, [5, 2])).toBeCloseTo(0.5 + (3 * 4) / 2);
    expect(logOdds(two, [1, 10])).toBeCloseTo(0.5 - 2);
  });

  it('turns log-odds into a probability, at the ends too', () => {
    expect(probability(0)).toBe(0.5);
    expect(probability(Math.log(3))).toBeCloseTo(0.75);
    expect([probability(1000), probability(-1000)]).toEqual([1, 0]);
  });
});

const oddsAt = (chunks: number): number => {
  const { confidence } = assess(evidenceWith(0.9), noFit, model, vector, chunks);
  return Math.log(confidence / (1 - confidence));
};

describe('the assessment of evidence', () => {
  it('ranks by the odds of each chunk, equal ones in reading order', () => {
    expect(assess(evidenceWith(0.1, 0.9, 0.5, 0.9), noFit, model, vector, 10).ranked.map(({ chunk }) => chunk)).toEqual(
      [1, 3, 2, 0],
    );
  });

  it('weighs a small collection with its own model, the question’s vector included', () => {
    const { confidence, ranked } = assess(evidenceWith(0.1, 0.9), noFit, model, vector, 10);
    expect(ranked[0]?.odds).toBeCloseTo(1.8);
    expect(confidence).toBeCloseTo(probability(1.8 + 0.5));
  });

  it('weighs a large one with the other', () => {
    const { confidence, ranked } = assess(evidenceWith(0.1, 0.9), noFit, model, vector, 20_000);
    expect(ranked.map(({ chunk }) => chunk)).toEqual([0, 1]);
    expect(confidence).toBeCloseTo(probability(-0.4));
  });

  it('weighs a small one whose words were read in context with a model of its own', () => {
    const read = evidenceWith(0.1, 0.9).map((one, at) => {
      const features = new Float64Array(evidenceInContext.length);
      features.set(one.features);
      features[evidenceInContext.indexOf('context.weighted')] = at === 0 ? 0.5 : 0.25;
      features[evidenceInContext.indexOf('context.weakest')] = at === 0 ? -0.5 : 0.125;
      return { ...one, features };
    });
    const { confidence, ranked } = assess(read, noFit, model, vector, 10);
    expect(ranked.map(({ chunk, odds }) => [chunk, odds])).toEqual([
      [0, 1.5],
      [1, 0.75],
    ]);
    // The weakest word of any chunk counts, not that of the best one.
    expect(confidence).toBeCloseTo(probability(1.5 + 0.125));
    const features = questionFeaturesOf(ranked, noFit);
    expect(features).toHaveLength(questionInContext.length);
    expect(features?.at(questionInContext.indexOf('context.weighted'))).toBe(0.5);
    expect(features?.at(questionInContext.indexOf('best.similarity'))).toBe(0.9);
  });

  it('mixes both in between, without a jump', () => {
    expect(oddsAt(100)).toBeCloseTo(2.3);
    expect(oddsAt(101)).toBeCloseTo(2.3, 1);
    // Halfway on a logarithmic scale the evidence's odds are (1.8 - 3.6) / 2, and half of the vector's weight counts.
    expect(oddsAt(1000)).toBeCloseTo(-0.9 + 0.25);
    expect(oddsAt(9_999)).toBeCloseTo(oddsAt(10_000), 2);
  });

  it('is 0 without evidence', () => {
    expect(assess([], noFit, model, vector, 10)).toEqual({ ranked: [], confidence: 0 });
    expect(questionFeaturesOf([], noFit)).toBeUndefined();
  });

  it('gives a question as many features as they have names, the best and next odds first', () => {
    const ranked = rankEvidence(evidenceWith(0.25, 0.75), ({ features }) => features[0] ?? 0);
    const features = questionFeaturesOf(ranked, noFit);
    expect(features).toHaveLength(questionFeatures.length);
    expect([...(features ?? [])].slice(0, 3)).toEqual([0.75, 0.25, 0.5]);
    expect(features?.at(questionFeatures.indexOf('best.similarity'))).toBe(0.75);
  });

  it('asks how the claim of the question is met by the best chunk, and by no other', () => {
    const ranked = rankEvidence(evidenceWith(0.25, 0.75), ({ features }) => features[0] ?? 0);
    const held: number[] = [];
    const features = questionFeaturesOf(ranked, ({ chunk }) => {
      held.push(chunk);
      return { ...noFit(), conflicts: 2 };
    });
    expect(held).toEqual([1]);
    expect(features?.at(questionFeatures.indexOf('claim.conflicts'))).toBe(2);
  });
});
