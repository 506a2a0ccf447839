import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnswerSentence } from '#src/types.js';
import { needsCaution, readsAsProse, writtenParagraphs } from '#src/written-paragraphs.js';

const sentences = fc.array(
  fc.record<AnswerSentence>({
    text: fc.string(),
    citations: fc.constant([1]),
    attribution: fc.constantFrom(null, null, 'author'),
    standing: fc.constantFrom('supported', 'supported', 'partly'),
    caution: fc.constant(null),
    unsaid: fc.constant([]),
  }),
  { maxLength: 9 },
);

it('sentences keep their order, one with a caution stands alone, and others flow together', () => {
  fc.assert(
    fc.property(sentences, (all) => {
      const paragraphs = writtenParagraphs(all);
      expect(paragraphs.flat()).toEqual(all);
      for (const [index, paragraph] of paragraphs.entries()) {
        const isCautioned = paragraph.some(needsCaution);
        if (isCautioned) expect(paragraph).toHaveLength(1);
        const next = paragraphs[index + 1];
        if (next !== undefined && !isCautioned) expect(next.some(needsCaution)).toBe(true);
      }
    }),
  );
});

it('an answer that grows only gets longer at its end', () => {
  fc.assert(
    fc.property(sentences, (all) => {
      const whole = writtenParagraphs(all);
      for (let count = 1; count < all.length; count += 1) {
        const soFar = writtenParagraphs(all.slice(0, count));
        expect(whole.slice(0, soFar.length - 1)).toEqual(soFar.slice(0, -1));
      }
    }),
  );
});

it('documents that disagree are not prose, whoever wrote', () => {
  const disagreements = [{ citations: [1, 2] as const, about: 'hours', difference: null }];
  expect(readsAsProse({ mode: 'written', disagreements: [] })).toBe(true);
  expect(readsAsProse({ mode: 'written', disagreements })).toBe(false);
  expect(readsAsProse({ mode: 'extractive', disagreements: [] })).toBe(false);
});
