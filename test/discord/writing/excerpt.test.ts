import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '#src/discord/writing/excerpt.js';
import { marksOf, plainTextOf, readMarkdown } from '../../support/discord-markdown.js';
import { hostileLongText } from '../../support/hostile-text.js';
import { seenBy } from './seen-by.js';

function read(markdown: string): string {
  return plainTextOf(readMarkdown(markdown));
}

describe('an excerpt', () => {
  it('is the whole text where there is room', () => {
    expect(excerpt('The talks lasted 15 hours.', { longest: 100 })).toEqual({
      markdown: 'The talks lasted 15 hours.',
      isShortened: false,
    });
  });

  it('ends at a word, and says so', () => {
    expect(excerpt('The talks lasted fifteen hours.', { longest: 22 })).toEqual({
      markdown: 'The talks lasted…',
      isShortened: true,
    });
  });

  it('moves to the bold words where they would be lost', () => {
    const text = `${'before '.repeat(40)}the ANSWER is here ${'after '.repeat(40)}`;
    const from = text.indexOf('ANSWER');
    const { markdown } = excerpt(text, { longest: 60, bold: [from, from + 6] });
    expect(markdown).toMatch(/^…before .*\*\*ANSWER\*\* is here after.*…$/u);
    expect(read(markdown).length).toBeLessThanOrEqual(60);
  });

  it('shows a bold stretch whole when it fits, to its last character', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 300 }),
        fc.integer({ min: 1, max: 96 }),
        fc.nat({ max: 300 }),
        (before, size, after) => {
          const bold = `${'y'.repeat(size)} y`;
          const text = `${'w '.repeat(before)}${bold}${'z'.repeat(after)}`;
          const { markdown } = excerpt(text, { longest: 100, bold: [before * 2, before * 2 + bold.length] });
          expect(marksOf(readMarkdown(markdown))).toEqual([{ kind: 'bold', text: bold }]);
        },
      ),
    );
  });

  it('is a stretch of the text, never longer than allowed, and halves no surrogate pair', () => {
    fc.assert(
      fc.property(
        hostileLongText,
        fc.integer({ min: 10, max: 800 }),
        fc.integer({ min: 30, max: 800 }),
        fc.nat(),
        fc.nat(),
        (text, longest, longestMarkdown, one, other) => {
          const [from = 0, to = 0] = [one % (text.length + 1), other % (text.length + 1)].toSorted((a, b) => a - b);
          const { markdown, isShortened } = excerpt(text, { longest, longestMarkdown, bold: [from, to] });
          const shown = read(markdown);
          const seen = seenBy(text);
          expect(markdown.isWellFormed()).toBe(true);
          expect(shown.length).toBeLessThanOrEqual(longest);
          expect(markdown.length).toBeLessThanOrEqual(longestMarkdown);
          if (isShortened) expect(seen).toContain(shown.replace(/^…/u, '').replace(/…$/u, ''));
          else expect(shown).toBe(seen);
        },
      ),
      { numRuns: 400 },
    );
  });
});
