import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '#src/language/edit-distance.js';

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

describe('the distance between two words', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['determind', 'determined', 1],
    ['russain', 'russian', 1],
    ['ceasfire', 'ceasefire', 1],
    ['canddate', 'candidate', 1],
    ['kitten', 'sitting', 3],
  ])('from %j to %j is %d', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it('is the same both ways, 0 for the same word only, and never above the longer length', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const distance = editDistance(one, other);
        expect(distance).toBe(editDistance(other, one));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });

  it('is at most 1 after one slip, wherever it is', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.constantFrom('drop', 'add', 'change', 'swap'), (word, at, slip) => {
        const i = at % (word.length + 1);
        const rest = word.slice(i);
        const slipped = {
          drop: word.slice(0, i) + rest.slice(1),
          add: `${word.slice(0, i)}d${rest}`,
          change: rest === '' ? word : `${word.slice(0, i)}d${rest.slice(1)}`,
          swap: word.slice(0, i) + rest.slice(0, 2).split('').toReversed().join('') + rest.slice(2),
        }[slip];
        expect(editDistance(word, slipped)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
