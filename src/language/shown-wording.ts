import type { Answer, Attribution, Coverage } from '../types.js';

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

/** How much of what was to be summarised a summary speaks for: "12 of 17 body paragraphs; not represented: ¶ 7, 19". */
export function coverageWording({ represented, missing }: Coverage, mostNamed: number): string {
  const all = represented.length + missing.length;
  const counted = `${represented.length} of ${all} body ${all === 1 ? 'paragraph' : 'paragraphs'}`;
  if (missing.length === 0) return counted;
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
  return `${counted}; not represented: ¶ ${missing.slice(0, mostNamed).join(', ')}${more}`;
}
