import type { NumberedPassage } from './passages.js';

/** What is left when marks, escapes and spaces are not looked at. */
function bare(text: string): string {
  return text
    .replace(/&(?:\w+|#\w+);/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/**
 * The number that a prompt gives a paragraph: that of the first passage which is the paragraph, a part of it, or it with
 * its neighbours.
 */
export function numberOf(
  prompt: readonly { readonly n: number; readonly text: string }[],
  paragraphs: readonly NumberedPassage[],
): (paragraph: number) => number | undefined {
  const passages = prompt.map(({ n, text }) => ({ n, text: bare(text) }));
  const numbers = new Map<number, number>();
  for (const { n, text } of paragraphs) {
    const whole = bare(text);
    const found = passages.find((passage) => passage.text.includes(whole) || whole.includes(passage.text));
    if (found !== undefined) numbers.set(n, found.n);
  }
  return (paragraph) => numbers.get(paragraph);
}
