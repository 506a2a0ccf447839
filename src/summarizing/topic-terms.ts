import { termsOf } from '../language/terms.js';
import type { Scope } from './scope.js';
import type { Slices } from './slices.js';

/** What stands in a third of the paragraphs is what the document is about. */
const leastShare = 1 / 3;
/** A share of more paragraphs would be no more exact, and a book would take long to read. */
const mostParagraphs = 300;

/** Terms (language/terms.ts) of the title and those that recur throughout: whoever reads a summary knows what they name. */
export async function topicTermsOf({ document, paragraphs }: Scope, slices: Slices): Promise<ReadonlySet<string>> {
  const step = Math.max(1, paragraphs.length / mostParagraphs);
  const counts = new Map<string, number>();
  let read = 0;
  for (let at = 0; at < paragraphs.length; at += step) {
    const { start = 0, end = 0 } = paragraphs[Math.floor(at)] ?? {};
    for (const term of new Set(termsOf(document.text.slice(start, end)))) counts.set(term, (counts.get(term) ?? 0) + 1);
    read += 1;
    if (slices.due()) await slices.pause();
  }
  const topics = [...counts].filter(([, count]) => count > 1 && count >= read * leastShare).map(([term]) => term);
  return new Set([...topics, ...termsOf(document.metadata.title)]);
}
