import { describe, expect, it } from 'vitest';
import { alignChunk, alignTitle, bestAlignment, summariseAlignment } from '#src/answering/alignment.js';
import { type QuestionReading, readingOf } from '#src/answering/question-reading.js';
import { readQuestion } from '#src/language/question.js';
import { fewWords, readText } from './read-text.js';

function reading(text: string): QuestionReading {
  return readingOf(readQuestion(text), [], fewWords);
}

describe('the alignment of a question with a text', () => {
  it('is 1 for a word that stands there, in whatever form, and 0 for one without vector that does not', () => {
    const question = reading('Lavrov agreed a truce');
    expect(question.terms.map(({ term }) => term)).toEqual(['lavrov', 'agre', 'truce']);
    expect([...alignChunk(question, readText('Kerry and Lavrov agreed.'), fewWords)]).toEqual([1, 1, 0]);
  });

  it('is the likeness of the nearest word otherwise, always under that of the word itself and never under 0', () => {
    const question = reading('truce');
    expect(alignChunk(question, readText('An apple and a ceasefire.'), fewWords)[0]).toBeCloseTo(0.8);
    expect(alignChunk(question, readText('An apple.'), fewWords)[0]).toBe(0);
    const twins = { ...fewWords, similarity: () => 1 };
    expect(alignChunk(question, readText('A ceasefire.'), twins)[0]).toBeLessThan(1);
  });

  it('with a title counts words that stand in it', () => {
    expect([...alignTitle(reading('truce of Geneva'), 'The Geneva deal')]).toEqual([0, 1]);
  });

  it('takes the better of several, word by word', () => {
    expect([...bestAlignment([Float32Array.of(1, 0, 0.5), Float32Array.of(0, 0.25, 0.75)])]).toEqual([1, 0.25, 0.75]);
    expect([...bestAlignment([])]).toEqual([]);
  });
});

describe('the summary of an alignment', () => {
  const question = reading('Did Lavrov accept 9 apples?');
  const weightOf = (term: string): number => question.terms.find((one) => one.term === term)?.weight ?? 0;

  it('weighs what stands there and what is missing', () => {
    expect(question.terms.map(({ term }) => term)).toEqual(['lavrov', 'accept', '9', 'appl']);
    const summary = summariseAlignment(question, Float32Array.of(0, 1, 0, 0.5));
    const total = question.totalWeight;
    expect(summary.coverage).toBeCloseTo(weightOf('accept') / total);
    expect(summary.softCoverage).toBeCloseTo((weightOf('accept') + weightOf('appl') / 2) / total);
    expect(summary).toMatchObject({ missing: 3, unmet: 2, weakest: 0, namesMissing: 1, numbersMissing: 1 });
    expect(summary.heaviestMissing).toBeCloseTo(weightOf('lavrov'));
    expect(summary.heaviestUnmet).toBeCloseTo(weightOf('lavrov'));
  });

  it('misses nothing when all words stand there', () => {
    expect(summariseAlignment(question, Float32Array.of(1, 1, 1, 1))).toEqual({
      coverage: 1,
      softCoverage: 1,
      missing: 0,
      unmet: 0,
      heaviestMissing: 0,
      heaviestUnmet: 0,
      weakest: 1,
      namesMissing: 0,
      numbersMissing: 0,
    });
  });

  it('of a question without words has finite figures', () => {
    const summary = summariseAlignment(reading('what is it?'), new Float32Array());
    expect(Object.values(summary).every(Number.isFinite)).toBe(true);
  });
});
