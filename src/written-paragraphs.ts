import type { Answer, AnswerSentence } from './types.js';

/** Whether an answer is read as prose with its quotes below. Documents that disagree stand side by side, whoever wrote. */
export function readsAsProse({ mode, disagreements }: Pick<Answer, 'mode' | 'disagreements'>): boolean {
  return mode === 'written' && disagreements.length === 0;
}

export function needsCaution({ attribution, standing }: Pick<AnswerSentence, 'attribution' | 'standing'>): boolean {
  return attribution !== null || standing === 'partly';
}

/**
 * The sentences of a written answer as paragraphs: those without a caution flow together, one with a caution stands alone,
 * so that nobody takes it for that of another.
 */
export function writtenParagraphs(sentences: readonly AnswerSentence[]): readonly (readonly AnswerSentence[])[] {
  const paragraphs: AnswerSentence[][] = [];
  let flows = false;
  for (const sentence of sentences) {
    const isPlain = !needsCaution(sentence);
    if (flows && isPlain) paragraphs.at(-1)?.push(sentence);
    else paragraphs.push([sentence]);
    flows = isPlain;
  }
  return paragraphs;
}
