import { describe, expect, it } from 'vitest';
import { supportFeatures } from '#src/verifying/support-features.js';
import { shippedSupportModel } from '#src/verifying/support-model.js';
import { verifyPassage } from '#src/verifying/verify-passage.js';
import { candidatesOf, read, vectors } from './read-both.js';

const passage = ['The talks lasted 15 hours.', 'Kerry met Lavrov in Geneva.'];

function supportOf(...sentences: readonly string[]) {
  const parts = sentences.map((sentence) => ({ statement: read(sentence), candidates: candidatesOf(passage) }));
  return verifyPassage(parts, { vectors, model: shippedSupportModel });
}

describe('a statement of several sentences', () => {
  it('is supported when the passage says each of them', () => {
    expect(supportOf('The talks lasted fifteen hours.', 'Kerry met Lavrov in Geneva.').supported).toBe(true);
  });

  it('is not when it says all but one, and scores no more than with the others alone', () => {
    const whole = supportOf('The talks lasted fifteen hours.', 'Kerry met Putin in Geneva.');
    expect(whole.supported).toBe(false);
    expect(whole.score).toBeLessThan(supportOf('The talks lasted fifteen hours.').score);
  });

  it('is not when there is nothing of it', () => {
    expect(supportOf()).toEqual({ score: 0, supported: false });
  });
});

describe('the shipped model', () => {
  it('has a weight for each feature, none of them with the wrong sign', () => {
    expect(shippedSupportModel.weights).toHaveLength(supportFeatures.length);
    for (const [i, { sign, name }] of supportFeatures.entries()) {
      expect(sign * (shippedSupportModel.weights[i] ?? Number.NaN), name).toBeGreaterThanOrEqual(0);
    }
  });
});
