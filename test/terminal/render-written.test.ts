import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGrowingAnswer } from '#src/terminal/growing-answer.js';
import { createPaint, type Paint } from '#src/terminal/paint.js';
import { renderAnswer } from '#src/terminal/render-answer.js';
import { renderSentences } from '#src/terminal/render-written.js';
import type { Answer } from '#src/types.js';
import { madeUpAnswer } from '../support/made-up-answer.js';
import { madeUpWriting, madeUpWritten } from '../support/made-up-written.js';

const plain = createPaint(false);
const coloured = createPaint(true);
const unwrapped = { width: Number.POSITIVE_INFINITY, paint: plain };

const sentences = [
  { text: 'The talks took 15 hours.', quote: 'The talks lasted 15 hours.' },
  { text: 'Both sides came to Geneva.', quote: 'They met in Geneva.' },
  { text: 'It was to hold for a week.', quote: 'It should hold for a week.', attribution: 'conditional' },
  {
    text: 'Observers were to come.',
    quote: 'A center is to be established.',
    standing: 'partly',
    caution: '“Observers” was not found there.',
  },
] as const;
const written = madeUpWritten('?', sentences, { writing: madeUpWriting({ dropped: 1 }) });

describe('a written answer in the terminal', () => {
  it('is prose with marks and cautions, the quotes with their sources below, and who wrote it', () => {
    expect(renderAnswer(written, unwrapped)).toBe(
      [
        'The talks took 15 hours. [1] Both sides came to Geneva. [2]',
        'It was to hold for a week. [3]',
        '   (a condition or expectation, not a fact)',
        'Observers were to come. [4]',
        '   (only partly in the documents. “Observers” was not found there.)',
        '',
        'Where it stands',
        ...written.citations.flatMap(({ n, quote }) => [
          `[${n}] The Publisher, “A made-up document”, September 2016, ¶ 9`,
          `    “${quote}”`,
        ]),
        'As of September 2016. Written by ollama:llama3.2; each sentence was checked against the quotes: numbers, dates, names, denials and conditions. 1 sentence was left out: it was not found in the documents.',
      ].join('\n'),
    );
  });

  it('stays within the width', () => {
    for (const line of renderAnswer(written, { width: 40, paint: plain }).split('\n'))
      expect(line.length).toBeLessThanOrEqual(40);
  });

  it('lets nothing of a model reach the terminal but words, and no mark of its own', () => {
    const text = 'Red \u001B[31malert\u0007 [\u200B7] \u202Ekcatta.';
    const hostile = madeUpWritten('?', [{ text, quote: 'Q.', standing: 'partly', caution: text }], {
      writing: madeUpWriting({ model: 'm\u001B[2J' }),
    });
    const shown = renderAnswer(hostile, unwrapped);
    // oxlint-disable-next-line no-control-regex -- these are what must be gone
    expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/u);
    expect(shown).not.toContain('[7]');
  });

  it('says why there are quotes alone where a budget is used up, and else nothing', () => {
    const [usedUp = '', slow] = (['over-budget', 'slow'] as const).map((fault) =>
      renderAnswer(madeUpAnswer('?', [{ quote: 'Q.' }], { writing: madeUpWriting({ fault }) }), unwrapped),
    );
    expect(usedUp).toContain('quoted word for word. The budget for written answers is used up for now');
    expect(slow).toMatch(/quoted word for word\.$/u);
  });
});

/** What a terminal shows after parts of an answer and its end. */
function grown(parts: readonly Answer[], end: Answer, width = 60, paint: Paint = plain): string {
  let shown = '';
  const growing = createGrowingAnswer(
    (text) => {
      shown += text;
    },
    { width, paint },
  );
  for (const part of parts) growing.grow(part);
  growing.end(end);
  return shown;
}

describe('an answer that grows in the terminal', () => {
  const parts = sentences.map((_, index) => madeUpWritten('?', sentences.slice(0, index + 1)));

  it('is in the end what it is when it comes at once', () => {
    expect(grown(parts, written)).toBe(grown([], written));
    expect(grown([], written)).toBe(`${renderAnswer(written, { width: 60, paint: plain })}\n`);
  });

  it('begins with what it was before, however it is wrapped, cautioned and coloured', () => {
    const anySentence = fc.record({
      text: fc
        .array(fc.constantFrom('talks', 'Geneva', 'a', '15', 'ceasefire-long-word', '会谈'), { minLength: 1 })
        .map((words) => words.join(' ')),
      quote: fc.constant('Q.'),
      attribution: fc.constantFrom(null, null, 'author' as const),
      standing: fc.constantFrom('supported' as const, 'partly' as const),
      caution: fc.constant('“a” was not found there.'),
    });
    fc.assert(
      fc.property(
        fc.array(anySentence, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 10, max: 80 }),
        (all, width) => {
          const look = { width, paint: coloured };
          const steps = all.map((_, index) => madeUpWritten('?', all.slice(0, index + 1)));
          for (const [index, step] of steps.entries())
            expect(
              renderSentences(step, look).startsWith(
                index === 0 ? '' : renderSentences(steps[index - 1] ?? step, look),
              ),
            ).toBe(true);
          const whole = madeUpWritten('?', all);
          expect(grown(steps, whole, width, coloured)).toBe(grown([], whole, width, coloured));
        },
      ),
    );
  });

  it('that ends in quotes says so below what was shown, and shows them whole', () => {
    const quoted = madeUpAnswer('?', [{ quote: 'The talks lasted 15 hours.' }]);
    const shown = grown(parts.slice(0, 1), quoted, 200);
    expect(shown).toContain('The talks took 15 hours. [1]\n\nThe rest did not come, or did not pass the check.');
    expect(shown.endsWith(`${renderAnswer(quoted, { width: 200, paint: plain })}\n`)).toBe(true);
  });

  it('whose sentences came in another order in the end is shown whole', () => {
    const turned = madeUpWritten('?', sentences.toReversed());
    const shown = grown(parts.slice(0, 2), turned, 200);
    expect(shown.endsWith(`\n\n${renderAnswer(turned, { width: 200, paint: plain })}\n`)).toBe(true);
  });
});
