import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsOf, measureTheSame, type Quantity } from '#src/verifying/quantities.js';
import { read } from './read-both.js';

function quantityIn(text: string): Quantity {
  const [first] = read(text).quantities;
  if (first === undefined) throw new Error(`No amount in “${text}”.`);
  return first;
}

describe('an amount', () => {
  it.each([
    ['15 hours', 'fifteen hours'],
    ['one week', 'seven days'],
    ['a fortnight', '14 days'],
    ['about a month', 'about 30 days'],
    ['$3 million', '3 million dollars'],
    ['1,500 soldiers', 'fifteen hundred soldiers'],
    ['25 percent', 'twenty-five percent'],
    ['three hundred and five boats', '305 boats'],
    ['2.5 million people', '2,500,000 people'],
  ])('is the same in other words: %s, %s', (one, other) => {
    const [a, b] = [quantityIn(`It took ${one} in all.`), quantityIn(`It took ${other} in all.`)];
    expect(holdsOf(a, b) && holdsOf(b, a)).toBe(true);
  });

  it.each([
    ['more than ten hours', '15 hours', true],
    ['more than 20 hours', '15 hours', false],
    ['less than 20 hours', '15 hours', true],
    ['at least three days', 'at least one week', false],
    ['at least one week', 'at least one week', true],
    ['one week', 'at least one week', true],
    ['about 16 hours', '15 hours', true],
    ['about 20 hours', '15 hours', false],
    ['15 hours', '15 days', false],
    ['15 percent', '15 hours', false],
  ])('“%s” says of “%s” nothing but the truth: %s', (claim, text, expected) => {
    expect(holdsOf(quantityIn(`It took ${claim} there.`), quantityIn(`It took ${text} there.`))).toBe(expected);
  });

  it('counts another thing when what follows it is another', () => {
    const attempts = quantityIn('There were nine attempts.');
    expect(measureTheSame(quantityIn('There were five attempts.'), attempts)).toBe(true);
    expect(measureTheSame(quantityIn('There were five hostages.'), attempts)).toBe(false);
  });

  it('reads every figure up to a billion as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1_000_000_000 }), (value) => {
        const plain = quantityIn(`They counted ${value} boats.`);
        const grouped = quantityIn(`They counted ${value.toLocaleString('en')} boats.`);
        expect([plain.value, grouped.value]).toEqual([value, value]);
      }),
    );
  });
});
