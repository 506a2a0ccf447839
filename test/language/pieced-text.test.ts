import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieceText } from '#src/language/pieced-text.js';

const withoutSpaces = (text: string): string => text.replaceAll(/\s/gu, '');

describe('a text cut at its words', () => {
  it('is whole again when its pieces are put together', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ mode: 'sentences' })), (text) => {
        const { pieces, words } = pieceText(text);
        expect(withoutSpaces(pieces.join(' '))).toBe(withoutSpaces(text));
        for (const { lower, piece } of words) expect(pieces[piece]?.toLowerCase()).toBe(lower);
      }),
    );
  });

  it('tells words that say something from those that do not', () => {
    const { pieces, words } = pieceText('Who met in the U.S. (twice)?');
    expect(pieces).toEqual(['', 'Who', '', 'met', '', 'in', '', 'the', '', 'U.S.', '(', 'twice', ')?']);
    expect(words.map(({ lower, term }) => [lower, term])).toEqual([
      ['who', undefined],
      ['met', 'met'],
      ['in', undefined],
      ['the', undefined],
      ['u.s.', 'usa'],
      ['twice', 'twice'],
    ]);
  });
});
