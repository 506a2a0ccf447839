import type { Answer, Attribution } from '../types.js';

/** What is said beside a sentence that is no plain fact; the same words on every surface. */
export const cautionWording: Readonly<Record<Attribution, string>> = {
  reported: 'reported, not established',
  author: "the author's view",
  conditional: 'a condition or expectation, not a fact',
};

/** How the sentences of an answer or a summary came about. */
export const modeWording: Readonly<Record<Answer['mode'], string>> = {
  extractive: 'quoted word for word',
  written: 'written by a language model and checked against the sources',
};
