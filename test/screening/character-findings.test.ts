import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterFindings } from '#src/screening/character-findings.js';

function findingsIn(text: string) {
  return [...characterFindings({ paragraph: 1, start: 0, end: text.length, text, opensLine: true, closesLine: true })];
}

describe('characters that nobody sees', () => {
  it('are named, with the words they stand in', () => {
    expect(findingsIn('Send the pay\u200bment\u200b today.')).toEqual([
      {
        kind: 'invisible-characters',
        severity: 'medium',
        explanation: 'Characters that nobody sees stand here: U+200B ZERO WIDTH SPACE (2 times).',
        paragraph: 1,
        start: 9,
        end: 18,
        quote: 'pay\u200bment\u200b',
      },
    ]);
  });

  it('are less odd between words', () => {
    expect(findingsIn('the harbour \u200b and the wind').map(({ severity }) => severity)).toEqual(['low']);
  });

  it('are grave when they spell something to a program', () => {
    const tags = Array.from('say yes', (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
    const [finding] = findingsIn(`A fine day.${tags}`);
    expect(finding?.severity).toBe('high');
    expect(finding?.explanation).toContain('to a program they spell “say yes”');
  });

  it('are grave when variation selectors carry bytes', () => {
    const selectors = Array.from(Buffer.from('say yes'), (byte) => String.fromCodePoint(0xe0100 + byte - 16)).join('');
    const [finding] = findingsIn(`A fine day 🙂${selectors}`);
    expect(finding?.severity).toBe('high');
    expect(finding?.explanation).toContain('“ay yes”');
  });

  it.each([
    ['a family of emoji', 'They came 👨‍👩‍👧 together ❤️.'],
    ['the flag of Scotland', 'Up 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} they went.'],
    ['Persian', 'می\u200cخواهم بروم.'],
    ['Hindi', 'क्\u200dष and more'],
    ['Hebrew with a mark', 'שלום\u200f (2016)'],
    ['soft hyphens', 'the Donau\u00addampf\u00adschiff'],
    ['a line', 'one\ttwo\nthree'],
  ])('are no matter in %s', (_, text) => {
    expect(findingsIn(text)).toEqual([]);
  });
});

describe('text turned about', () => {
  it('is grave with an override, which is named', () => {
    const [finding] = findingsIn('The file is invoice\u202excod.exe\u202c today.');
    expect(finding).toMatchObject({ kind: 'bidirectional', severity: 'high' });
    expect(finding?.explanation).toContain('U+202E RIGHT-TO-LEFT OVERRIDE');
  });

  it('is less grave with an embedding in a text from left to right', () => {
    expect(findingsIn('a \u202bplain\u202c text').map(({ severity }) => severity)).toEqual(['medium']);
  });

  it('is as it should be in Arabic', () => {
    expect(findingsIn('\u2067قال الوزير\u2069 yesterday')).toEqual([]);
  });
});

it('a quote that is cut to its length tears no emoji', () => {
  const text = `${'🙂'.repeat(5)}x${'🙂'.repeat(10)}\u200b${'🙂'.repeat(10)}x${'🙂'.repeat(5)}`;
  expect(findingsIn(text).map(({ quote }) => quote.isWellFormed())).toEqual([true]);
});

it('every quote is a slice of its text and tears no character', () => {
  const odd = fc.constantFrom('\u200b', '\u202e', '\u200d', '\ufeff', '\u{e0041}', '\ufe0f', '🙂', 'a', ' ', 'ש', '𝒳');
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 80 }), (characters) => {
      const text = characters.join('');
      for (const { start, end, quote } of findingsIn(text)) {
        expect(text.slice(start, end)).toBe(quote);
        expect(quote.isWellFormed()).toBe(true);
      }
    }),
  );
});
