import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WordVectors } from '#src/language/word-vectors.js';
import { align, coverage } from '#src/verifying/alignment.js';
import { areOpposite } from '#src/verifying/opposites.js';
import { formOf } from '#src/verifying/word-forms.js';
import { read, vectors } from './read-both.js';

function meets(claim: string, sentence: string) {
  const [one, other] = [read(claim), read(sentence)];
  const matches = align(one, other, vectors);
  return { matches, coverage: coverage(one, matches), by: matches.map(({ at }) => other.words[at]?.term) };
}

describe('a claim laid beside a sentence', () => {
  it('is met word for word by itself', () => {
    expect(meets('The talks in Geneva lasted 15 hours.', 'The talks in Geneva lasted 15 hours.').coverage).toBe(1);
  });

  it('is met by other forms and by synonyms, less than by the word itself', () => {
    const { coverage: share } = meets('They negotiated a truce.', 'The negotiations led to a ceasefire.');
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(1);
  });

  it('is not met by another name, however near it lies', () => {
    expect(meets('Turkey agreed.', 'Iran agreed.').matches[0]?.strength).toBe(0);
  });

  it('is met by the opposite of a word, as its opposite', () => {
    expect(meets('The price rose.', 'The price fell.').matches.map(({ opposite }) => opposite)).toEqual([false, true]);
  });

  it('is not decided by a word that stands there with its opposite', () => {
    const [, match] = meets('Members stay.', 'Some members want to remain and others to leave.').matches;
    expect(match?.opposite).toBe(false);
    expect(match?.strength).toBeLessThan(0.87);
  });

  it('is met as well by the same words in another order', () => {
    const word = fc.constantFrom(
      ...'deal offer contract arrangement talks road truck car vehicle street town army officer war battle'.split(' '),
    );
    const words = fc.uniqueArray(word, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, words, (claimed, said) => {
        const [forth, back] = [said, said.toReversed()].map((order) => meets(claimed, order.join(' ')).matches);
        expect(forth?.map(({ strength }) => strength)).toEqual(back?.map(({ strength }) => strength));
      }),
    );
  });

  it('is compared by its vectors only with what stands before its very word', () => {
    const compared: (readonly [number, number])[] = [];
    const watching: WordVectors = {
      ...vectors,
      similarity: (one, other) => {
        compared.push([one, other]);
        return vectors.similarity(one, other);
      },
    };
    const [claim, sentence] = [read('trucks'), read('soldiers trucks stones rivers')];
    align(claim, sentence, watching);
    expect(compared).toEqual([[vectors.rowOf('truck'), vectors.rowOf('soldier')]]);
  });

  it('has one of its words met by one word', () => {
    const { matches } = meets('The army and the troops left.', 'The army left.');
    expect(matches[1]?.strength).toBeLessThan(0.6);
  });
});

function saysOpposite(one: string, other: string): boolean {
  return areOpposite(formOf(one) ?? one, formOf(other) ?? other);
}

describe('opposites', () => {
  it('are a word of four letters or more and the same with un, non or mis before it', () => {
    const letters = fc
      .array(fc.constantFrom(...'bdgklmprvz'), { minLength: 2, maxLength: 7 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(letters, fc.constantFrom('un', 'non', 'mis', 'in', 'over'), (word, prefix) => {
        const expected = word.length >= 4 && ['un', 'non', 'mis'].includes(prefix);
        expect(areOpposite(`${prefix}${word}`, word)).toBe(expected);
        expect(areOpposite(word, `${prefix}${word}`)).toBe(expected);
        expect(areOpposite(word, word)).toBe(false);
      }),
    );
  });

  it.each([
    ['rise', 'fell'],
    ['accepted', 'rejected'],
    ['willing', 'unwilling'],
    ['clear', 'unclear'],
    ['trust', 'mistrust'],
  ])('are %s and %s, either way round', (one, other) => {
    expect([saysOpposite(one, other), saysOpposite(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['rise', 'rose'],
    ['form', 'inform'],
    ['truce', 'ceasefire'],
  ])('are not %s and %s', (one, other) => {
    expect(saysOpposite(one, other)).toBe(false);
  });
});
