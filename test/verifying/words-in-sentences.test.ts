import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '#src/verifying/alignment.js';
import type { Statement } from '#src/verifying/statement.js';
import { read, vectors } from './read-both.js';

const dimensions = 8;

/** A statement whose words an encoder has read: of each the direction that is given, or one of its own. */
function inContext(text: string, directions: Readonly<Record<string, readonly number[]>>): Statement {
  const statement = read(text);
  const states = statement.tokens.map(({ lower }, at) => {
    const row = new Float32Array(dimensions);
    const given = directions[lower];
    if (given === undefined) row[at % dimensions] = 1;
    else row.set(given);
    return row;
  });
  return { ...statement, states };
}

function strengthOf(word: string, claim: Statement, sentence: Statement): number {
  const at = claim.words.findIndex(({ start, end }) => claim.text.slice(start, end) === word);
  return align(claim, sentence, vectors)[at]?.strength ?? Number.NaN;
}

const east = [1];
const almostEast = [0.95, 0.31];
const north = [0, 0, 0, 0, 0, 0, 0, 1];

describe('a word that an encoder read in its sentence', () => {
  it('is met by one that is used alike, whatever the two are by themselves', () => {
    const claim = inContext('The crater widened.', { widened: east });
    expect(strengthOf('widened', claim, inContext('The hole grew.', { grew: almostEast }))).toBeGreaterThan(0.85);
    expect(strengthOf('widened', claim, inContext('The hole grew.', { grew: north }))).toBeLessThan(0.1);
  });

  it('is not met by one that lies near by itself and is used otherwise', () => {
    const [claim, sentence] = ['The winter was long.', 'The summer was long.'];
    expect(strengthOf('winter', read(claim), read('The spring was long.'))).toBeGreaterThan(0.5);
    expect(
      strengthOf('winter', inContext(claim, { winter: east }), inContext('The spring was long.', { spring: north })),
    ).toBe(0);
    expect(strengthOf('winter', inContext(claim, { winter: east }), inContext(sentence, { summer: almostEast }))).toBe(
      0.87,
    );
  });

  it('is met by itself only where it is used alike', () => {
    const claim = inContext('The plan failed.', { plan: east });
    expect(strengthOf('plan', claim, inContext('The plan failed.', { plan: almostEast }))).toBe(1);
    expect(strengthOf('plan', claim, inContext('They plan a plan.', { plan: north }))).toBeLessThan(0.6);
  });

  it('is never a name or a number of another kind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Vienna', 'Lavrov', '15', 'Monday'),
        fc.constantFrom('Geneva', 'Kerry', '19'),
        (one, other) => {
          const claim = inContext(`They left with ${one} again.`, { [one.toLowerCase()]: east });
          const sentence = inContext(`They left with ${other} again.`, { [other.toLowerCase()]: east });
          expect(strengthOf(one, claim, sentence)).toBe(0);
        },
      ),
    );
  });
});
