import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageFeatures } from '#src/verifying/passage-features.js';
import { shippedPassageModel } from '#src/verifying/passage-model.js';
import { shippedSupportModel } from '#src/verifying/support-model.js';
import { contextEvidence, readPassage, verifyPassage } from '#src/verifying/verify-passage.js';
import { candidatesOf, read, vectors } from './read-both.js';
import { wordsBySpelling } from './words-by-spelling.js';

const passage = [
  'The talks in Geneva lasted 15 hours.',
  'Kerry met Lavrov and praised the agreement.',
  'Trucks waited.',
];

function partsOf(claims: readonly string[], sentences: readonly string[]) {
  return claims.map((claim) => ({ statement: read(claim), candidates: candidatesOf(sentences) }));
}

async function featuresOf(claim: string, sentences: readonly string[] = passage) {
  const parts = partsOf([claim], sentences);
  const { features } = contextEvidence(parts, await readPassage(parts, wordsBySpelling), vectors);
  return (name: string): number => features?.[passageFeatures.indexOf(name)] ?? Number.NaN;
}

async function strangeWordsOf(claim: string): Promise<readonly number[]> {
  const parts = partsOf([claim], passage);
  const { features } = contextEvidence(parts, await readPassage(parts, wordsBySpelling), vectors);
  return [...(features ?? [])].slice(passageFeatures.length);
}

async function supportOf(claims: readonly string[], sentences: readonly string[]) {
  const parts = partsOf(claims, sentences);
  const context = { read: await readPassage(parts, wordsBySpelling), model: { ...shippedPassageModel, weights: [] } };
  return verifyPassage(parts, { vectors, model: shippedSupportModel, context });
}

describe('a claim read in context beside a whole passage', () => {
  it('misses nothing where the passage says each of its words, in whatever sentences', async () => {
    const of = await featuresOf('Kerry praised the talks in Geneva.');
    for (const name of ['missMean', 'missMost', 'missRare', 'weakestPart', 'shiftMost3', 'nameNew', 'figureNew']) {
      expect(of(name), name).toBeCloseTo(0, 5);
    }
    expect(await strangeWordsOf('Kerry praised the talks in Geneva.')).toEqual(Array.from({ length: 16 }, () => 0));
  });

  it.each([
    ['another name', 'nameNew', 'Putin met Lavrov.', 'Kerry met Lavrov.'],
    ['another figure', 'figureNew', 'The talks lasted 40 hours.', 'The talks lasted 15 hours.'],
    ['a word that denies', 'denyNew', 'The talks failed to last 15 hours.', 'The talks lasted 15 hours.'],
    ['a word that the passage lacks', 'missMost', 'Lavrov sold the agreement.', 'Lavrov praised the agreement.'],
    ['words of several sentences', 'apart', 'Trucks met hours.', 'Kerry met Lavrov.'],
  ])('tells %s', async (_, name, other, same) => {
    expect((await featuresOf(other))(name)).toBeGreaterThan((await featuresOf(same))(name));
  });

  it('looks in the direction of the words that are new', async () => {
    const [sold] = await wordsBySpelling([['sold']]);
    for (const [i, value] of (await strangeWordsOf('Lavrov sold the agreement.')).entries()) {
      expect(value).toBeCloseTo(sold?.[i] ?? Number.NaN, 5);
    }
  });

  it('misses no more when the passage says more', async () => {
    const sentence = fc.constantFrom(
      ...passage,
      'Nobody knew.',
      'It rained in Aleppo on 9 September.',
      'Putin sold 40 trucks.',
    );
    const claim = fc.constantFrom('Putin praised the talks.', 'Trucks waited 40 hours in Aleppo.', 'Kerry knew.');
    await fc.assert(
      fc.asyncProperty(claim, fc.array(sentence, { minLength: 1, maxLength: 4 }), sentence, async (one, said, more) => {
        const [before, after] = await Promise.all([featuresOf(one, said), featuresOf(one, [...said, more])]);
        for (const name of [
          'missMean',
          'missMost',
          'missRare',
          'missLow',
          'nameNew',
          'figureNew',
          'denyNew',
          'unmetMean',
        ]) {
          expect(after(name), name).toBeLessThanOrEqual(before(name) + 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the score of a passage', () => {
  it('speaks neither way when there is only an address, or a question, and supports nothing', async () => {
    for (const sentences of [['[2] https://example.org/talks-lasted-15-hours'], ['Did the talks last 15 hours?'], []]) {
      expect(await supportOf(['The talks lasted 15 hours.'], sentences)).toEqual({ score: 0.5, supported: false });
    }
  });

  it('is halved by another number, date or name than the sentence that fits best has', async () => {
    expect((await supportOf(['The talks in Geneva lasted 14 hours.'], passage)).score).toBe(
      0.5 * (await supportOf(['The talks in Geneva lasted 15 hours.'], passage)).score,
    );
  });

  it('is 0 when nothing is stated', async () => {
    expect(await supportOf([], passage)).toEqual({ score: 0, supported: false });
  });

  it('does not read an address beside sentences', async () => {
    const of = await featuresOf('Kerry met Putin.', ['[1] https://example.org/kerry-met-putin', 'Kerry met Lavrov.']);
    expect(of('nameNew')).toBeGreaterThan(0);
  });

  it('has a weight for each feature and each dimension of the encoder that it was fitted with', () => {
    expect(shippedPassageModel.weights).toHaveLength(passageFeatures.length + 384);
    expect(shippedPassageModel.encoderHash).toBe(shippedSupportModel.encoderHash);
  });
});
