import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextWordsOf, cosinesBetween } from '#src/answering/context-words.js';
import { pieceText } from '#src/language/pieced-text.js';

const dimensions = 24;
const noCentre = Array.from({ length: dimensions }, () => 0);

/** A text of so many words, and a state for each of its pieces. */
function wordsWith(states: readonly (readonly number[])[], centre: readonly number[] = noCentre) {
  const text = pieceText(states.map(() => 'truce').join(' '));
  const matrix = new Float32Array(text.pieces.length * dimensions);
  for (const [i, { piece }] of text.words.entries()) matrix.set(states[i] ?? [], piece * dimensions);
  return contextWordsOf(text, matrix, centre);
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
}

function cosine(one: readonly number[], other: readonly number[]): number {
  return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
}

const anyState = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
  .filter((state) => state.some((value) => Math.abs(value) > 0.1));

describe('the words of a text in eight bits', () => {
  it('keep the cosines of their states to a hundredth', () => {
    fc.assert(
      fc.property(
        fc.array(anyState, { minLength: 1, maxLength: 4 }),
        fc.array(anyState, { maxLength: 4 }),
        (one, other) => {
          const cosines = cosinesBetween(wordsWith(one), wordsWith(other));
          expect(cosines).toHaveLength(one.length * other.length);
          for (const [at, value] of cosines.entries()) {
            const exact = cosine(one[Math.floor(at / other.length)] ?? [], other[at % other.length] ?? []);
            expect(Math.abs(value - exact)).toBeLessThan(0.015);
          }
        },
      ),
    );
  });

  it('are seen from the centre of all words', () => {
    const centre = noCentre.map((_, i) => (i === 0 ? 10 : 0));
    const [up, down] = [1, -1].map((sign) => noCentre.map((_, i) => (i === 0 ? 10 : i === 1 ? sign : 0)));
    expect(cosinesBetween(wordsWith([up ?? []]), wordsWith([down ?? []]))[0]).toBeGreaterThan(0.9);
    expect(cosinesBetween(wordsWith([up ?? []], centre), wordsWith([down ?? []], centre))[0]).toBeCloseTo(-1, 2);
  });

  it('are near to nothing where the encoder has no state', () => {
    const words = wordsWith([noCentre, noCentre.map(() => 1)]);
    expect([...words.scales].map((scale) => scale > 0)).toEqual([false, true]);
    expect([...cosinesBetween(words, words)].map((value) => Math.round(value * 100) / 100)).toEqual([0, 0, 0, 1]);
  });
});
