import type { FactWords } from '../fact-words.js';

/** The stories say it in English themselves, for the terminal and for scripts as well. */
export const facts: FactWords = {
  missing: ({ missing }) => missing,
  suggestion: ({ suggestion }) => suggestion,
  reason: ({ reason }) => reason,
  about: ({ about }) => about,
  noParagraphs: ({ line }) => line,
};
