import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThoughtFilter } from '#src/chatting/thought-filter.js';

function filtered(pieces: readonly string[]): string {
  const filter = createThoughtFilter();
  return pieces.map((piece) => filter.read(piece)).join('') + filter.end();
}

/** The same over the whole text at once. */
function naive(text: string): string {
  return text.replaceAll(
    /<think>.*?(?:<\/think>|$)|<thinking>.*?(?:<\/thinking>|$)|<reasoning>.*?(?:<\/reasoning>|$)|<\/(?:think|thinking|reasoning)>/gisu,
    '',
  );
}

const words = fc.constantFrom(
  '<think>',
  '</think>',
  '<Thinking>',
  '</thinking>',
  '<reasoning>',
  '</reasoning>',
  '<',
  '</',
  '<thin',
  'k>',
  ' 15 hours [1]. ',
  '🙂',
);

describe('thoughts', () => {
  it.each([
    ['<think>hm</think>15 hours.', '15 hours.'],
    ['A <THINK>hm < 2</think>B', 'A B'],
    ['15 < 16 hours, <b>bold</b>', '15 < 16 hours, <b>bold</b>'],
    ['hm</think>15 hours.', 'hm15 hours.'],
    ['15 hours. <think>for ever', '15 hours. '],
    ['15 hours <thin', '15 hours <thin'],
  ])('of %j leave %j', (text, left) => {
    expect(filtered([text])).toBe(left);
  });

  it('are left out however the text is cut', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.array(fc.nat({ max: 9 }), { minLength: 1 }), (parts, cuts) => {
        const text = parts.join('');
        const pieces: string[] = [];
        for (let at = 0, turn = 0; at < text.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 0;
          pieces.push(text.slice(at, at + size + 1));
          at += size + 1;
        }
        expect(filtered(pieces)).toBe(naive(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('hold back nothing that cannot become a tag', () => {
    const filter = createThoughtFilter();
    expect(filter.read('15 hours <b')).toBe('15 hours <b');
    expect(filter.read(' and <thi')).toBe(' and ');
    expect(filter.read('s')).toBe('<this');
  });
});
