import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSpans } from '#src/language/sentences.js';

const sentencesOf = (text: string): readonly string[] =>
  sentenceSpans(text).map(({ start, end }) => text.slice(start, end));

// One text a line; `‖` stands where one sentence ends and the next begins (a space in the text).
const table = `
The talks ended. ‖ The parties left Geneva.
U.S. Secretary of State John Kerry met Lavrov on Friday, Sept. 9, 2016, in Geneva.
He flew back to the U.S. ‖ The next day he spoke.
the U.S. Secretary of State and the U.N. Security Council agreed.
Relations between the U.S. and Russia changed. ‖ U.S.-Russia relations are better.
She left the U.K. ‖ However, she came back.
Mr. Kerry and Mrs. Clinton met Dr. Smith. ‖ Prof. Jones was late.
Gen. Breedlove and Sens. McCain and Graham objected. ‖ Gov. Pence did not.
J. F. Kennedy and George W. Bush were presidents. ‖ So was John Q. Adams.
Samuel L. Jackson came. ‖ J. R. R. Tolkien did not.
Some states, e.g. Turkey, i.e. the neighbours, object.
It is a war of al-Qaeda vs. ISIS and of Roe v. Wade.
It failed. ‖ al-Qaeda gained from it.
Resolution No. 2254 was adopted. ‖ See p. 5, pp. 7–9, fig. 3 and Art. IV of it.
He said no. ‖ The others said yes.
Prices rose 3.5 percent to $1.25. ‖ That is 0.7 more.
The war ended in 2015. ‖ Meanwhile, talks went on.
It lasted until Aug. 31. ‖ In Sept. 2016 it broke.
They left on Mon. Sept. 5 and returned. ‖ Then it was over.
He hesitated... and spoke.
He hesitated... ‖ Then he spoke.
He hesitated… ‖ Then he spoke.
He waited . . . and waited. ‖ Nothing came.
“We agreed.” ‖ The minister smiled.
"We agreed." ‖ The minister smiled.
He said: ‘It holds.’ ‖ Nobody answered.
“Will it hold?” he asked.
“Will it hold?” Kerry asked. ‖ Lavrov nodded.
"Will it hold?" ‖ Nobody knew.
It failed (again). ‖ (It had failed before.) ‖ Then it held.
Really?! ‖ Yes! ‖ No way.
What will Moscow do? ‖ How will Washington answer? ‖ We shall see.
The meeting began at 9 a.m. and ended at 5 p.m. ‖ Kerry left at once.
The meeting began at 5 p.m. Friday and at 3 p.m. Moscow time on Sunday.
Apple Inc. said so, and Gazprom Ltd. ‖ It was false.
St. Petersburg and Mt. Everest are far from Washington, D.C. ‖ They are.
Martin Luther King Jr. Day is in January. ‖ His son, M. L. King Jr. ‖ He spoke.
They brought food, water, etc. ‖ Nothing helped.
Smith et al. (2016) disagree with Jones et al. about it.
Yahoo! is a company. ‖ So is Node.js. ‖ See example.com for more.
The Ph.D. student lives at 10 Main St. in Boston, Mass. ‖ She likes it.
She has MS. ‖ The doses were 5 mmol/L. ‖ They crossed the Alps. ‖ Hannibal did too.
World War II. ‖ The Cold War.
The agreement holds.[1] ‖ It was signed in Geneva.[2][3] ‖ Good.
**It holds.** ‖ _It really does._ ‖ Good.
Él llegó. ‖ Ángel se fue. ‖ ¿Por qué? ‖ Nadie sabe.
Встреча закончилась. ‖ Лавров уехал.
MR. TONER: We have no comment. ‖ QUESTION: Why?
The truce is over. ‖ 15 people died. ‖ "Stop!" said the U.N. envoy.
He came from Pa. and went to Conn. ‖ The trip was long.
kerry lied. ‖ russia won. ‖ nobody cares
`;

describe('sentenceSpans', () => {
  const rows = table.trim().split('\n');
  it.each(rows)('%s', (row) => {
    const expected = row.split(' ‖ ');
    expect(sentencesOf(expected.join(' '))).toEqual(expected);
  });

  it('cuts Chinese and Japanese at their own stops, which no space follows', () => {
    expect(sentencesOf('停火协议已经达成。“会持续吗？”他问。没有人知道。')).toEqual([
      '停火协议已经达成。',
      '“会持续吗？”',
      '他问。',
      '没有人知道。',
    ]);
  });

  it('takes a single line break in prose for white space', () => {
    expect(sentencesOf('The ceasefire\nheld until June\n15. Then it\r\nbroke.')).toEqual([
      'The ceasefire\nheld until June\n15.',
      'Then it\r\nbroke.',
    ]);
  });

  it('begins a sentence at a blank line', () => {
    expect(sentencesOf('A title without a stop\n \nThe text below')).toEqual([
      'A title without a stop',
      'The text below',
    ]);
  });

  it('begins a sentence at every item of a list', () => {
    expect(sentencesOf('They agreed on:\n- a truce\n- aid\n  * for Aleppo\n• talks')).toEqual([
      'They agreed on:',
      '- a truce',
      '- aid',
      '* for Aleppo',
      '• talks',
    ]);
    expect(sentencesOf('Terms: (a) aid\nb) talks\n2) prisoners')).toEqual(['Terms: (a) aid', 'b) talks\n2) prisoners']);
    expect(sentencesOf('Steps:\n1. Stop the fire\n2. Talk about it.\n3. Sign')).toEqual([
      'Steps:',
      '1. Stop the fire',
      '2. Talk about it.',
      '3. Sign',
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(sentencesOf('')).toEqual([]);
    expect(sentencesOf(' \n\u00a0\u3000')).toEqual([]);
  });

  it('holds every character that is not white space, once and in order, for any text', () => {
    const odd = fc.constantFrom(
      '.',
      ' ',
      '\n',
      '\r\n',
      '. ',
      '."',
      '1. ',
      '\n- ',
      'U.S.',
      'Mr. ',
      '…',
      '。',
      '\ud83d',
      '😀',
      'É',
      '\u2028',
      '\ufeff',
      '[1]',
      '(',
      ')',
      'a',
      'The',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(odd, fc.string({ maxLength: 3 }))).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        const spans = sentenceSpans(input);
        let reached = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(input.slice(reached, start).trim()).toBe('');
          expect(input.slice(start, end).trim()).toBe(input.slice(start, end));
          reached = end;
        }
        expect(input.slice(reached).trim()).toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  // Every shape here made some earlier rule look at the whole rest of the line for each stop or space.
  it.each([
    ['no stop at all', 'word '],
    ['stops only', '.'],
    ['spaced stops', '. '],
    ['abbreviations', 'U.S. '],
    ['line breaks', '\n'],
    ['stop and spaces', `a.${' '.repeat(500)}`],
    ['open quotes', 'a. "('],
    ['one long word', 'x'],
    ['footnotes', 'a.[1]'],
  ])('works in time linear in the length: %s', (_, unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(length / unit.length);
      const from = performance.now();
      sentenceSpans(text);
      return performance.now() - from;
    };
    time(100_000);
    // Sixteen times the text in quadratic time is 256 times the work; the bound leaves room for a busy machine.
    const small = Math.max(5, Math.min(time(100_000), time(100_000)));
    expect(Math.min(time(1_600_000), time(1_600_000), time(1_600_000))).toBeLessThan(small * 80);
  });
});
