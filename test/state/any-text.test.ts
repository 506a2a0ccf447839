import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromStored, toStored } from '#src/state/any-text.js';

/** With halves of surrogate pairs, and with the mark of what is kept as JSON. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('\u0001', '"', '\\', '\u0000', '\uD83D', '\uDE00', 'a', '{')).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }).map((text) => `\u0001${JSON.stringify(text)}`),
);

it('any text can be kept, and comes back as it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const stored = toStored(text);
      expect(fromStored(stored)).toBe(text);
      expect(stored.isWellFormed()).toBe(true);
      expect(stored).not.toContain('\u0000');
      expect(Buffer.from(stored, 'utf8').toString('utf8')).toBe(stored);
    }),
    { numRuns: 2_000 },
  );
});

it('what people write stays readable in the database', () => {
  const text = 'Where was “it” agreed? 👩‍👩‍👧 Перемирие\r\n\t';
  expect(toStored(text)).toBe(text);
});

it('what was never made so stays as it is', () => {
  for (const text of ['\u0001', '\u0001{', '\u00017']) expect(fromStored(text)).toBe(text);
});
