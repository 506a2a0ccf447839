import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, differencesFrom } from '#src/verifying/comparison.js';
import { candidatesOf, read, vectors } from './read-both.js';

const sentences = [
  'Kerry and Lavrov met in Geneva on September 9.',
  'The ceasefire should hold for at least one week.',
  'The ceasefire did not hold for a week.',
  'According to one version, 40 trucks crossed the border.',
  'Thirty trucks never crossed the border in 2016.',
  'Turkey criticised Iran before Russia left.',
  'Iran criticised Turkey.',
];

describe('a claim laid beside a sentence', () => {
  it('differs from it as is told without looking for what is left unsaid', () => {
    const any = fc.constantFrom(...sentences);
    fc.assert(
      fc.property(any, fc.array(any, { minLength: 1, maxLength: 3 }), (claimed, paragraph) => {
        const claim = read(claimed);
        for (const candidate of candidatesOf(paragraph)) {
          const whole = compare(claim, candidate, vectors);
          const differences = differencesFrom(claim, candidate, vectors);
          expect(differences.matches).toEqual(whole.matches);
          expect(differences.findings).toEqual(whole.findings.filter(({ kind }) => kind !== 'unsaid'));
          expect(compare(claim, candidate, vectors, differences)).toEqual(whole);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has findings of its own beside what is left unsaid', () => {
    const [candidate] = candidatesOf(['Thirty trucks never crossed the border in 2016.']);
    if (candidate === undefined) throw new Error('One sentence was given.');
    const kinds = compare(read('Forty trucks crossed the bridge.'), candidate, vectors).findings.map(
      ({ kind }) => kind,
    );
    expect(kinds).toContain('unsaid');
    expect(kinds).toContain('number');
  });
});
