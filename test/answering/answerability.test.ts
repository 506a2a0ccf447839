import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedModel } from '#src/answering/answerability.js';
import { evidenceInContext, questionFeatures, questionInContext, type SizeModel } from '#src/answering/assess.js';
import { evidenceFeatures } from '#src/answering/evidence.js';
import type { LogisticModel } from '#src/answering/logistic-model.js';
import { describeModel, shippedModel as shippedEncoder } from '#src/embedding/model-files.js';
import { modelsFolder } from '#src/project-files.js';

function widths({ means, deviations, weights }: LogisticModel): readonly number[] {
  return [means.length, deviations.length, weights.length];
}

// After a feature was added and before `npm run calibrate` had run, every question was declined and nothing said why.
describe.each<[string, SizeModel, readonly string[], readonly string[]]>([
  ['small collections', shippedModel.small, evidenceFeatures, questionFeatures],
  ['small collections read in context', shippedModel.inContext, evidenceInContext, questionInContext],
  ['large collections', shippedModel.large, evidenceFeatures, questionFeatures],
])('the shipped model for %s', (_size, model, ofEvidence, ofQuestion) => {
  it('has a number for each feature that the code computes', () => {
    expect(widths(model.evidence)).toEqual(Array(3).fill(ofEvidence.length));
    expect(widths(model.question)).toEqual(Array(3).fill(ofQuestion.length));
  });

  it('divides by nothing that is not above zero', () => {
    for (const deviation of [...model.evidence.deviations, ...model.question.deviations])
      expect(deviation).toBeGreaterThan(0);
  });
});

describe('the shipped model', () => {
  it('was fitted with the encoder that ships', async () => {
    const { identity } = await describeModel({
      folder: path.join(modelsFolder, shippedEncoder.id),
      id: shippedEncoder.id,
      expected: shippedEncoder.files,
    });
    expect(shippedModel.encoderHash).toBe(identity.hash);
    for (const { vectorWeights } of [shippedModel.small, shippedModel.inContext]) {
      expect(vectorWeights).toHaveLength(identity.dimensions);
    }
    expect(shippedModel.centre).toHaveLength(identity.dimensions);
  });
});
