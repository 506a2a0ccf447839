import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsQuotation, quotationsIn } from '#src/verifying/written/quotations.js';

const text = 'The author’s view is that “the deal” – reached on Sept. 9 – is "a first step", he said.';

describe('quotations of a sentence', () => {
  it.each<[string, string[] | undefined]>([
    ['He called it “a first step”.', ['a first step']],
    ['He called it "a first step" and "a hope".', ['a first step', 'a hope']],
    ['Er nannte es „einen Schritt“.', ['einen Schritt']],
    ['Il parle d’«un pas».', ['un pas']],
    ["He called it 'a first step', didn't he?", ['a first step']],
    ["The parties' view isn't Kerry's.", []],
    ['The author’s view.', []],
    ['He called it “a first step.', undefined],
    ['He called it a first step".', undefined],
  ])('are found in %s', (sentence, expected) => {
    expect(quotationsIn(sentence)?.map((one) => one.text)).toEqual(expected);
  });
});

describe('a text', () => {
  it.each([
    ['a first step', true],
    ['A first step,', true],
    ['“the deal” - reached on Sept. 9', true],
    ['the   deal', true],
    ['the deal … a first step', true],
    ['a first step ... the deal', false],
    ['a second step', false],
    ['first ste', false],
    ['he deal', false],
  ])('holds “%s”: %s', (quotation, isHeld) => {
    expect(holdsQuotation(text, quotation)).toBe(isHeld);
  });

  it('holds each of its own stretches of whole words, whatever quotation marks they get', () => {
    const words = text.split(' ');
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.integer({ min: 1, max: words.length }), (from, count) => {
        const stretch = words.slice(from, from + count).join(' ');
        expect(holdsQuotation(text, stretch.replaceAll('“', '"').replaceAll('”', '"'))).toBe(true);
      }),
    );
  });
});
