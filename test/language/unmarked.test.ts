import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unmarked } from '#src/language/unmarked.js';

describe('what a model wrote', () => {
  it.each([
    ['It lasted 15 hours [7].', 'It lasted 15 hours (7).'],
    ['[1] The Truth, ¶ 1', '(1) The Truth, ¶ 1'],
    ['So it was [ 2, 3 ] and [4–6].', 'So it was (2, 3) and (4–6).'],
    ['So it was 【1】 and ［２］ and 〔3〕.', 'So it was (1) and (２) and (3).'],
    ['[[1]]', '[(1)]'],
  ])('has no mark of its own: %s', (text, shown) => {
    expect(unmarked(text)).toBe(shown);
  });

  it.each(['He said “the [sic] talks”.', 'No mark (1).', 'In [2016 or so] it began.', '[]', '[1'])(
    'is left as it is else: %s',
    (text) => {
      expect(unmarked(text)).toBe(text);
    },
  );

  it('never has a number alone in square brackets, and is no longer than it was', () => {
    const pieces = fc.constantFrom('[', ']', '1', '22', ' ', ',', 'a', '［', '］', '【', '】', '-');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
        const text = list.join('');
        expect(unmarked(text)).not.toMatch(/\[\s*\d[\d\s,]*\]/u);
        expect(unmarked(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('of any length is read in a moment', () => {
    const started = performance.now();
    for (const piece of ['[1', '[ ', '[1 ', '1,']) unmarked(piece.repeat(50_000));
    unmarked(`[${' '.repeat(100_000)}`);
    unmarked(`[${'1 '.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
