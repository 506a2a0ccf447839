import type { Citation, Generation } from '../types.js';
import type { Candidate } from './comparison.js';
import type { DecisiveSentence } from './verifier.js';

/** A candidate with the row of its generation that it came from. */
export interface CandidateRow extends Candidate {
  readonly generation: Generation;
  readonly chunk: number;
}

function cite(generation: Generation, chunk: number, n: number, highlight: DecisiveSentence['highlight']): Citation {
  const { paragraph: row, start, end } = generation.chunk(chunk);
  const paragraph = generation.paragraph(row);
  const document = generation.documents[paragraph.document];
  if (document === undefined) throw new Error(`Generation ${generation.id} has no document ${paragraph.document}.`);
  const { title, publisher, date, url } = document.metadata;
  return {
    n,
    document: document.id,
    title,
    publisher,
    date,
    url,
    paragraph: paragraph.number,
    start,
    end,
    quote: document.text.slice(start, end),
    highlight: highlight === undefined ? [] : [start + highlight[0], start + highlight[1]],
  };
}

/** The sentences that decide as citations, each after those before it that a reader needs, numbered from `firstMark`. */
export function citationsOf(
  decisive: readonly DecisiveSentence[],
  candidates: readonly CandidateRow[],
  firstMark: number,
): readonly Citation[] {
  const citations: Citation[] = [];
  for (const { candidate, before, highlight } of decisive) {
    const row = candidates[candidate];
    if (row === undefined) continue;
    for (let back = before; back >= 0; back--) {
      const mark = firstMark + citations.length;
      citations.push(cite(row.generation, row.chunk - back, mark, back === 0 ? highlight : undefined));
    }
  }
  return citations;
}
