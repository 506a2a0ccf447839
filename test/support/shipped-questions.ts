import type { ShippedQuestion } from '#src/golden-questions.js';

/** Questions as they ship with Parley. */
export function shippedQuestions(...questions: readonly string[]): readonly ShippedQuestion[] {
  return questions.map((question, index) => ({
    id: String(index),
    question,
    answerable: true,
    document: 'made-up',
    paragraphs: [1],
  }));
}
