import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraftReader, type DraftSentence, isNoAnswer } from '#src/answering/written/draft-reader.js';

function read(pieces: readonly string[], isWhole = true): readonly DraftSentence[] {
  const reader = createDraftReader();
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.finish(isWhole)];
}

function textsOf(draft: string): readonly (readonly [string, readonly number[]])[] {
  return read([draft]).map(({ text, marks }) => [text, marks] as const);
}

describe('a draft', () => {
  it.each<[string, string, [string, number[]][]]>([
    ['marks before the stop', 'The talks lasted 15 hours [2].', [['The talks lasted 15 hours.', [2]]]],
    [
      'marks after the stop',
      'The talks lasted 15 hours. [2][3] They ended. [1]',
      [
        ['The talks lasted 15 hours.', [2, 3]],
        ['They ended.', [1]],
      ],
    ],
    ['several numbers in one mark', 'It held [1, 2] for a week [4-6].', [['It held for a week.', [1, 2, 4, 5, 6]]]],
    ['round brackets', 'The talks lasted 15 hours (2).', [['The talks lasted 15 hours.', [2]]]],
    ['a year is no mark', 'The deal (2016) held [1].', [['The deal (2016) held.', [1]]]],
    ['marks in words', 'It held [passage 3].', [['It held.', [3]]]],
    ['no marks', 'It held.', [['It held.', []]]],
    [
      'abbreviations',
      'On Sept. 9 the U.S. agreed [1]. Mr. Lavrov left [2].',
      [
        ['On Sept. 9 the U.S. agreed.', [1]],
        ['Mr. Lavrov left.', [2]],
      ],
    ],
    [
      'a list',
      '- The talks ended [1].\n- The deal held [2].',
      [
        ['The talks ended.', [1]],
        ['The deal held.', [2]],
      ],
    ],
    [
      'a mark before the stop, whatever follows',
      'It held [1]. then it broke [2].',
      [
        ['It held.', [1]],
        ['then it broke.', [2]],
      ],
    ],
    ['an opening', 'Answer: The talks lasted 15 hours [1].', [['The talks lasted 15 hours.', [1]]]],
    ['an opening sentence', 'Based on the passages, the talks ended [1].', [['The talks ended.', [1]]]],
    ['emphasis', 'The talks lasted **15 hours** [1].', [['The talks lasted 15 hours.', [1]]]],
    ['a fence', '```\nThe talks lasted 15 hours [1].\n```', [['The talks lasted 15 hours.', [1]]]],
    ['characters that nobody sees', 'The ta\u200Blks ended\u202E [1].', [['The talks ended.', [1]]]],
    ['nothing', ' \n ', []],
  ])('is read with %s', (_, draft, expected) => {
    expect(textsOf(draft)).toEqual(expected);
  });

  it('is the same sentences whatever pieces it comes in', () => {
    const part = fc.constantFrom(
      'The talks lasted 15 hours',
      'Kerry met Mr. Lavrov on Sept. 9',
      '“The deal is off,” he said',
      'It cost $1.5 million in the U.S.',
      '- a point',
      '😀 well',
      'a\u{E0041}b',
      'a',
      'NO ANSWER',
      'word '.repeat(190),
    );
    const mark = fc.constantFrom('', ' [1]', ' [1][2]', '[3, 4]', ' (5)', ' [passage 2]', ' [9', ']', ' (open');
    const stop = fc.constantFrom('.', '. ', '!', '?"', '\n', '\n\n', '...', '', '.\u200B ', '。');
    const draft = fc
      .array(fc.tuple(part, mark, stop, mark, fc.constantFrom(' ', '\n', '')), { maxLength: 8 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(draft, fc.array(fc.nat({ max: 40 }), { maxLength: 60 }), fc.boolean(), (text, lengths, isWhole) => {
        const pieces: string[] = [];
        let from = 0;
        for (const length of lengths) {
          pieces.push(text.slice(from, from + length));
          from += length;
        }
        pieces.push(text.slice(from));
        const whole = read([text], isWhole);
        expect(read(pieces, isWhole)).toEqual(whole);
        expect(read([...text], isWhole)).toEqual(whole);
      }),
      { numRuns: 400 },
    );
  });

  it('gives a sentence before the next one is whole', () => {
    const reader = createDraftReader();
    expect(reader.push('The talks lasted 15 hours [2]. They ')).toEqual([
      { text: 'The talks lasted 15 hours.', marks: [2], isBroken: false },
    ]);
  });

  it('waits for a mark that may follow the stop', () => {
    const reader = createDraftReader();
    expect(reader.push('The talks ended. [')).toEqual([]);
    expect(reader.push('2] They began.')).toHaveLength(1);
  });

  it('says that the last sentence has no end when the model was cut off, and only then', () => {
    expect(read(['It held. The parties then'], false).map(({ isBroken }) => isBroken)).toEqual([false, true]);
    expect(read(['It held. The parties agreed [1].'], false).map(({ isBroken }) => isBroken)).toEqual([false, false]);
    expect(read(['It held. The parties then'], true).map(({ isBroken }) => isBroken)).toEqual([false, false]);
  });

  it('breaks off what goes on without an end, and what follows it', () => {
    const broken = read([`${'on and '.repeat(200)}on. It held.`]);
    expect(broken.map(({ isBroken }) => isBroken)).toEqual([true, true, false]);
    expect(broken.at(-1)?.text).toBe('It held.');
  });

  it.each([
    ['NO ANSWER', true],
    ['No answer.', true],
    ['"NO ANSWER"', true],
    ['NO_ANSWER', true],
    ['No answer was given by Moscow.', false],
  ])('declines with %s: %s', (text, declines) => {
    expect(isNoAnswer({ text })).toBe(declines);
  });
});
