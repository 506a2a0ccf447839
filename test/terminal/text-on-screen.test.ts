import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInWords } from '#src/language/date-in-words.js';
import { similarNames } from '#src/language/similar-names.js';
import { plainText } from '#src/terminal/plain-text.js';
import { columnsOf, wrapText } from '#src/terminal/wrap-text.js';

describe('text that goes to a terminal', () => {
  it.each([
    ['colours and titles', '\u001B[31mred\u001B]0;title\u0007', '[31mred]0;title'],
    ['C1 controls', 'a\u009B2Jb', 'a2Jb'],
    ['bidirectional overrides', 'safe \u202Eevil\u202C \u2066x\u2069', 'safe evil x'],
    ['line breaks and tabs', 'one\r\ntwo\tthree\u2028four', 'one two three four'],
    ['half a surrogate pair', 'a\uD800b', 'a\uFFFDb'],
    ['invisible tags', `a${String.fromCodePoint(0xe0041)}b`, 'ab'],
  ])('loses %s', (_, given, shown) => {
    expect(plainText(given)).toBe(shown);
  });

  it('keeps letters of every script and joined emoji', () => {
    const text = 'Перемирие — هدنة — 停戦 — 👩\u200D🚀 — naïve';
    expect(plainText(text)).toBe(text);
  });

  it('never contains a control character, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // oxlint-disable-next-line no-control-regex -- these are what must be gone
        expect(plainText(text)).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});

describe('wrapping', () => {
  it('breaks between words and hangs the lines after the first', () => {
    expect(wrapText([{ text: 'one two three four' }], { width: 12, lead: '[1] ' })).toBe(
      '[1] one two\n    three\n    four',
    );
  });

  it('marks neighbouring words together, and never over the end of a line', () => {
    const runs = [
      { text: 'about ' },
      { text: 'fifteen long hours', mark: (words: string) => `<${words}>` },
      { text: '.' },
    ];
    expect(wrapText(runs, { width: 18 })).toBe('about <fifteen long>\n<hours>.');
  });

  it('loses no word and keeps every line within the width that its words allow', () => {
    const word = fc.stringMatching(/^[a-zé停]{1,12}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 24, max: 60 }), (words, width) => {
        const lines = wrapText([{ text: words.join(' ') }], { width }).split('\n');
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('leaves text alone where there is no width', () => {
    const text = 'word '.repeat(100).trim();
    expect(wrapText([{ text }], { width: Number.POSITIVE_INFINITY })).toBe(text);
  });
});

describe('a date', () => {
  it.each([
    ['2016', '2016'],
    ['2016-09', 'September 2016'],
    ['2016-09-09', '9 September 2016'],
    ['last week', 'last week'],
  ])('%s is shown as %s', (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });
});

describe('a wrong name', () => {
  const names = ['syria-ceasefire-2016', 'minsk-agreement-2015', 'dayton-1995'];

  it('is answered with the names most like it', () => {
    expect(similarNames('syria-ceasefire', names)[0]).toBe('syria-ceasefire-2016');
    expect(similarNames('minks-agreement', names)[0]).toBe('minsk-agreement-2015');
  });

  it('is like nothing when nothing is like it', () => {
    expect(similarNames('xyz', names)).toEqual([]);
  });
});
