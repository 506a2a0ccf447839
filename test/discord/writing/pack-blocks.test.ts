import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBlocks } from '#src/discord/writing/pack-blocks.js';

describe('packed blocks', () => {
  it('are one text while they fit, tight ones on the next line', () => {
    expect(packBlocks([{ text: 'a' }, { text: 'b', isTight: true }, { text: 'c' }], 10)).toEqual(['a\nb\n\nc']);
    expect(packBlocks([], 10)).toEqual([]);
  });

  it('are split between blocks and nowhere else, into texts that keep the limit', () => {
    const block = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 20 }), isTight: fc.boolean() });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), fc.integer({ min: 80, max: 120 }), (blocks, limit) => {
        const numbered = blocks.map(({ text, isTight }, index) => ({
          text: `<${index}${text.replaceAll(/[<>\n]/gu, '').slice(0, 60)}>`,
          isTight,
        }));
        const texts = packBlocks(numbered, limit);
        expect(texts.every((text) => text.length <= limit)).toBe(true);
        expect(texts.flatMap((text) => text.split(/(?<=>)\n+(?=<)/u))).toEqual(numbered.map(({ text }) => text));
        // As few as possible: what begins a text had no room in the one before.
        for (const [index, text] of texts.entries()) {
          const first = text.split(/(?<=>)\n+(?=<)/u)[0] ?? '';
          const before = texts[index - 1];
          if (before !== undefined) expect(before.length + 2 + first.length).toBeGreaterThan(limit);
        }
      }),
    );
  });

  it('are refused where one alone is too long', () => {
    expect(() => packBlocks([{ text: 'x'.repeat(11) }], 10)).toThrow(RangeError);
  });
});
