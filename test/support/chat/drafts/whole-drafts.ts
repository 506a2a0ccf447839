import { type DraftSentence, withMarks } from './draft.js';
import { createRandom, pick } from './random.js';

/** One to three sentences, as a model answers a question. */
export interface Draft {
  readonly sentences: readonly DraftSentence[];
  /** `lie` when one of its sentences is. */
  readonly truth: 'honest' | 'lie';
}

/**
 * A draft for each sentence: an honest one stands alone or among honest ones, a lie alone or beside one or two honest
 * ones, before or after them. Only sentences of one half stand together. The same drafts for the same seed.
 */
export function wholeDrafts(sentences: readonly DraftSentence[], seed: number): readonly Draft[] {
  const random = createRandom(seed);
  const honest = sentences.filter(({ truth }) => truth === 'honest');
  const companions = {
    tuning: honest.filter(({ half }) => half === 'tuning'),
    heldOut: honest.filter(({ half }) => half === 'heldOut'),
  };
  return sentences.map((sentence) => {
    const together = new Set([sentence]);
    const length = 1 + Math.floor(random() * 3);
    const others = companions[sentence.half];
    for (let n = 1; n < length && others.length > 0; n += 1) together.add(pick(others, random));
    const inOrder = [...together];
    return { sentences: random() < 0.5 ? inOrder : inOrder.toReversed(), truth: sentence.truth };
  });
}

/** The draft as one text with its marks. */
export function draftText({ sentences }: Draft, numberOf: (paragraph: number) => number | undefined): string {
  return sentences.map((sentence) => withMarks(sentence, numberOf)).join(' ');
}
