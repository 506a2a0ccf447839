import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../support/hostile-text.js';
import { read } from './read-both.js';

function wordsOf(text: string, has: (word: ReturnType<typeof read>['words'][number]) => boolean): readonly string[] {
  return read(text)
    .words.filter(has)
    .map(({ start, end }) => text.slice(start, end));
}

function aliasOf(text: string): string | undefined {
  return read(text).words.find(({ alias }) => alias !== undefined)?.alias;
}

describe('a statement', () => {
  it.each([
    ["The officials didn't hide their discontent.", ['hide']],
    ['It was not a good time.', ['good']],
    ['There can be no joint operations.', ['joint']],
    ['They came without any documents.', ['documents']],
    ['They refused to sign.', ['sign']],
    ['Assad does not want to leave.', ['want', 'leave']],
    ['It was not only long but hard.', []],
    ['The situation was out of control.', ['control']],
  ])('denies what its negation is said of: %s', (text, expected) => {
    expect(wordsOf(text, ({ negated }) => negated)).toEqual(expected);
  });

  it.each([
    ['The truce should hold.', 'hold', 'duty'],
    ['The truce has to hold.', 'hold', 'duty'],
    ['The truce can hold.', 'hold', 'possibility'],
    ['The truce will hold.', 'hold', 'future'],
    ['The truce would hold.', 'hold', 'condition'],
    ['They met to sign the truce.', 'sign', 'aim'],
    ['The truce held.', 'held', undefined],
    ['It led to allegations.', 'allegations', undefined],
    ['They met in May.', 'met', undefined],
    ['The constructor met the truce.', 'met', undefined],
  ])('knows the mood of a word: %s', (text, word, mood) => {
    const found = read(text).words.find(({ start, end }) => text.slice(start, end) === word);
    expect(found).toBeDefined();
    expect(found?.mood).toBe(mood);
  });

  it('tells a report from what the text itself says beside it', () => {
    const text = 'There were allegations that the army failed to take Aleppo, which has become a stronghold.';
    const reported = wordsOf(text, (word) => word.reported);
    expect(reported).toContain('Aleppo');
    expect(reported).not.toContain('stronghold');
  });

  it('knows things by their other names, but a city as itself where it says where', () => {
    expect(aliasOf('Moscow agreed.')).toBe(aliasOf('The Russians agreed.'));
    expect(aliasOf('They met in Moscow.')).toBeUndefined();
  });

  it('reads any text, with places that lie in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const { start, end } of read(text).words) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
