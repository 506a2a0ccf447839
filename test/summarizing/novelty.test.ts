import { describe, expect, it } from 'vitest';
import { repeats } from '#src/summarizing/novelty.js';

function told(terms: string): { terms: ReadonlySet<string>; vector: Float32Array } {
  return { terms: new Set(terms.split(' ').filter((term) => term !== '')), vector: new Float32Array(1) };
}

const far = (): number => 0.1;
const near = (): number => 0.8;

describe('two points say the same', () => {
  it('when their vectors are as near as those of one sentence in other words', () => {
    expect(repeats(told('truce hold'), told('ceasefire last'), near)).toBe(true);
    expect(repeats(told('truce hold'), told('ceasefire last'), far)).toBe(false);
  });

  it('when one has nearly all the words of the other', () => {
    expect(
      repeats(told('kerri lavrov agre geneva'), told('kerri lavrov agre geneva fridai after long talk'), far),
    ).toBe(true);
    expect(repeats(told('kerri lavrov agre geneva'), told('kerri lavrov leav moscow'), far)).toBe(false);
  });

  it('not because they have no words at all', () => {
    expect(repeats(told(''), told(''), far)).toBe(false);
  });
});
