import { describe, expect, it } from 'vitest';
import { english } from '#src/discord/wording/english.js';
import { writeCorrection } from '#src/discord/writing/write-correction.js';
import type { ShownResult } from '#src/state/seams/records.js';
import { madeUpAnswer, madeUpDecline } from '../../support/made-up-answer.js';
import { madeUpCheck, madeUpCitation, madeUpClaim, madeUpSummary } from '../../support/made-up-results.js';
import { madeUpWritten } from '../../support/made-up-written.js';
import { shownButtons, shownMarks, shownText } from '../../support/read-message.js';

const options = {
  words: english,
  record: 'K3fq0Zp81LmN',
  isPrivate: false,
  echo: 'How long did it take?',
  understoodAs: null,
  at: Date.UTC(2026, 10, 29, 23, 59),
  mostMessages: 1,
} as const;

function answer(...quotes: readonly string[]): ShownResult {
  return {
    kind: 'answer',
    question: '',
    answer: madeUpAnswer(
      '',
      quotes.map((quote) => ({ quote })),
    ),
  };
}

/** Thirty sentences that need an escape for every character. */
function long(word: string): readonly string[] {
  return Array.from({ length: 30 }, (_, index) => `${word} ${index}: ${'*_~ '.repeat(300)}`);
}

function check(verdict: 'supported' | 'contradicted', hours: string): ShownResult {
  const rained = madeUpClaim('It rained.', 'supported', [madeUpCitation(1, 'It rained all day.')]);
  const took = madeUpClaim('It took 15 hours.', verdict, [madeUpCitation(2, `The talks took ${hours}.`)]);
  return { kind: 'check', question: '', check: madeUpCheck([rained, took]) };
}

function summary(quotes: readonly string[]): ShownResult {
  return { kind: 'summary', question: '', summary: madeUpSummary(quotes) };
}

function struck(...given: Parameters<typeof writeCorrection>): readonly string[] {
  return shownMarks(writeCorrection(...given)).flatMap(({ kind, text }) => (kind === 'strike' ? [text] : []));
}

describe.each(['embed', 'text'] as const)('a corrected answer as %s', (layout) => {
  const shown = { ...options, layout };

  it('has the question, the day, the old text struck through and the new with its source, in this order', () => {
    const [message, ...more] = writeCorrection(
      { before: answer('It took 15 hours.'), now: answer('It took 20 hours.') },
      shown,
    );
    expect(more).toEqual([]);
    expect(
      shownText(message === undefined ? [] : [message])
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual([
      'Asked: “How long did it take?”',
      '✏️ Corrected on 29 November 2026: the documents changed.',
      '“It took 15 hours.”',
      '“It took 20 hours.” [1]',
      'Sources',
      '[1] The Publisher, ¶ 9',
      'As of September 2016; quoted word for word.',
    ]);
    expect(shownButtons(message === undefined ? [] : [message])).toEqual(['Show passage', '👍', '👎', 'Dispute']);
  });

  it('strikes through only what it no longer says', () => {
    const correction = {
      before: answer('It rained.', 'It took 15 hours.'),
      now: answer('It rained.', 'It took 20 hours.'),
    };
    expect(struck(correction, shown)).toEqual(['“It took 15 hours.”']);
  });

  it('strikes through nothing but the quote, whatever that holds', () => {
    const quote = 'It ~~took~~ 15 hours ~~ \\~~ and **more**~~\n> [1] ~';
    expect(struck({ before: answer(quote), now: answer('It took 20 hours.') }, shown)).toEqual([
      '“It ~~took~~ 15 hours ~~ \\~~ and **more**~~ > [1] ~”',
    ]);
  });

  it('says that the documents no longer say it, and what is nearest', () => {
    const nearest = [{ document: 'a', title: 'A', paragraph: 3, start: 0, end: 9, quote: 'It rained.' }];
    const declined: ShownResult = { kind: 'answer', question: '', answer: madeUpDecline('', { nearest }) };
    const text = shownText(writeCorrection({ before: answer('It took 15 hours.'), now: declined }, shown));
    expect(text).toMatch(/“It took 15 hours\.”\n\nThe documents no longer say this\./u);
    expect(text).toMatch(/Nearest passages \(not an answer\)\n¶ 3: “It rained\.”/u);
  });

  it('takes the place of every message there was, and says of those that are left where to look', () => {
    const correction = { before: answer('It took 15 hours.'), now: answer('It took 20 hours.') };
    const messages = writeCorrection(correction, { ...shown, mostMessages: 3 });
    expect(messages).toHaveLength(3);
    expect(messages.slice(1).map(({ content, embeds, components }) => [content, embeds, components])).toEqual([
      ['~~The rest of this~~ is corrected above.', [], []],
      ['~~The rest of this~~ is corrected above.', [], []],
    ]);
  });

  it('fits into one message however long it is, with its buttons', () => {
    const messages = writeCorrection({ before: answer(...long('old')), now: answer(...long('new')) }, shown);
    expect(messages).toHaveLength(1);
    expect(shownText(messages)).toContain('ask again to read it');
    expect(shownButtons(messages)).toContain('Show passage');
  });
});

describe('a corrected check', () => {
  it('strikes through verdicts that changed and quotes that went, and leaves what was confirmed again', () => {
    const correction = { before: check('supported', '15 hours'), now: check('contradicted', '20 hours') };
    expect(struck(correction, { ...options, layout: 'embed' })).toEqual([
      'Supported: “It took 15 hours.”',
      '“The talks took 15 hours.”',
    ]);
  });
});

describe('a corrected summary', () => {
  it('strikes through the first points that went, and counts the others', () => {
    const points = Array.from({ length: 9 }, (_, index) => `Point ${index}.`);
    const correction = { before: summary(points), now: summary(['Another point.', 'Point 8.']) };
    const text = shownText(writeCorrection(correction, { ...options, layout: 'embed' }));
    expect(struck(correction, { ...options, layout: 'embed' })).toHaveLength(6);
    expect(text).toContain('“Point 5.”\nand 2 more\n');
    expect(text).toContain('“Point 8.” [2]');
  });
});

describe('the correction of what a model wrote', () => {
  const written: ShownResult = {
    kind: 'answer',
    question: '',
    answer: madeUpWritten('', [
      { text: 'They took 15 hours [9].', quote: 'The talks took 15 hours.' },
      { text: 'It rained.', quote: 'It rained all day.' },
    ]),
  };
  it('strikes through what stood on quotes that are not given any more, and nothing that still holds', () => {
    const [changed, same] = ['20 hours', '15 hours'].map((hours) =>
      struck(
        { before: written, now: answer(`The talks took ${hours}.`, 'It rained all day.') },
        { ...options, layout: 'embed' },
      ),
    );
    expect(changed).toEqual(['“They took 15 hours (9).”']);
    expect(same).toEqual([]);
  });
});
