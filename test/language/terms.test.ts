import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopWords } from '#src/language/stop-words.js';
import { termsOf, termsWithPlaces } from '#src/language/terms.js';

describe('the terms of a text', () => {
  it.each<[string, string, readonly string[]]>([
    ['the country is one term however it is written', 'U.S. US USA U.S.A. Usa', ['usa', 'usa', 'usa', 'usa', 'usa']],
    ['the pronoun is none', 'They told us. Us too.', termsOf('told')],
    ['a possessive country is the country', "the U.S.'s, the US's and the USA’s view", ['usa', 'usa', 'usa', 'view']],
    ['dotted acronyms are one word', 'the U.N. and the UN', ['un', 'un']],
    ['possessives are cut, in both apostrophes', "Moscow's Moscow’s Moscow", ['moscow', 'moscow', 'moscow']],
    ['contractions of stop words are stop words', "don't can't it's they’re we'll", []],
    ['an apostrophe inside a name is dropped', "O'Brien and o’brien", ['obrien', 'obrien']],
    ['diacritics do not count', 'Zoë ZOE Müller Muller', ['zoe', 'zoe', 'muller', 'muller']],
    ['nor does how they are encoded', 'caf\u00e9 cafe\u0301', ['cafe', 'cafe']],
    ['numbers in words are figures', 'nine Nine 9 twenty', ['9', '9', '9', '20']],
    ['thousands separators do not count', '1,500,000 1500000', ['1500000', '1500000']],
    ['decimals stay', '3.5 and 35', ['3.5', '35']],
    ['a full stop after a figure is none of it', 'Sept. 9.', [...termsOf('Sept'), '9']],
    ['a hyphen separates', 'Jabhat Fateh al-Sham', ['jabhat', 'fateh', 'al', 'sham']],
    ['inflections meet in their stem', 'agree agreed agreeing agrees', ['agre', 'agre', 'agre', 'agre']],
    ['case does not count otherwise', 'SYRIA Syria syria', ['syria', 'syria', 'syria']],
    ['repeats are kept in reading order', 'war peace war', ['war', 'peac', 'war']],
    ['words that carry meaning stay', 'not before against no', ['not', ...termsOf('before'), 'against', 'no']],
    ['other scripts are words too', 'Перемирие 停戦', ['перемирие', '停戦']],
    ['marks and emoji are none', '!!! — … 🕊️ \u0000', []],
  ])('%s', (_, text, expected) => {
    expect(termsOf(text)).toEqual(expected);
  });

  it('say where each word stands, with what belongs to it', () => {
    const text = 'In Geneva, the U.S. met Russia’s minister for 15 hours.';
    expect(termsWithPlaces(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Geneva',
      'U.S.',
      'met',
      'Russia’s',
      'minister',
      '15',
      'hours',
    ]);
  });

  it('stand in any text in order, without overlap, and give the same term when read alone', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('U.S.', 'US', 'us', "'s", '’', ' ', '.', 'é', 'e\u0301', 'ing', '9', ',', '\ud83d', '-'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        let from = 0;
        for (const { term, start, end } of termsWithPlaces(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(term).not.toBe('');
          expect(stopWords.has(text.slice(start, end))).toBe(false);
          expect(termsOf(text.slice(start, end))).toEqual([term]);
          from = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['one word', 'a'],
    ['initials', 'a.'],
    ['apostrophes', "a'"],
    ['figures', '1,'],
    ['accents', 'e\u0301'],
    ['suffixes', 'ing'],
    ['sentences', 'The ceasefire holds. '],
  ])('are found in 100 kB of %s without the work growing faster than the text', (_, unit) => {
    const timeOf = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const startedAt = performance.now();
      termsOf(text);
      return performance.now() - startedAt;
    };
    timeOf(1_000);
    // Quadratic work takes minutes here; a linear reader needs some milliseconds.
    expect(timeOf(100_000)).toBeLessThan(1_000);
  });
});
