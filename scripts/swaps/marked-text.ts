import { parseDocument } from '#src/corpus/parse-document.js';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A word for a number from 0, in letters alone: a figure would be one more that answers could be about. */
export function letterOf(number: number): string {
  const last = letters[number % letters.length] ?? '';
  return number < letters.length ? last : `${letterOf(Math.floor(number / letters.length) - 1)}${last}`;
}

/**
 * The first paragraphs of a text with a mark in every sentence that ends with a full stop: whatever is quoted of it says
 * whose it is, and of which version.
 */
export function markedText(text: string, paragraphs: number, mark: string): string {
  const start = text.split('\n\n').slice(0, paragraphs).join('\n\n');
  const unknown = { publisher: null, author: null, date: null, licence: null, url: null };
  const { sentences } = parseDocument({
    id: 'marked',
    metadata: { title: '', titleIsDescriptive: true, ...unknown },
    text: start,
    source: { path: 'marked.txt', bytes: 0, modifiedMs: 0, sha256: '' },
  });
  let marked = start;
  for (const { end } of sentences.toReversed()) {
    if (marked[end - 1] === '.') marked = `${marked.slice(0, end - 1)} (${mark})${marked.slice(end - 1)}`;
  }
  return `${marked}\n`;
}
