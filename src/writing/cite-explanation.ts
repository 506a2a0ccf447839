import type { ReadChunk } from '../answering/chunk-reading.js';
import type { AnswerSentence } from '../types.js';
import { citeSentences } from './cite-sentences.js';
import type { ClaimToExplain } from './claims-to-explain.js';
import type { ExaminedSentence } from './examine-sentence.js';
import { hasPassed, sameWords } from './write-draft.js';

/** What passed of a claim, under the marks that its quotes have in the check; not what only says a quote again. */
export function citeExplanation(
  { checked, given }: ClaimToExplain,
  examined: readonly ExaminedSentence[],
  readChunk: ReadChunk,
): readonly AnswerSentence[] {
  const own = examined.filter(
    (one) => hasPassed(one) && given.some(({ prompt }) => one.draft.marks.includes(prompt.n)),
  );
  const { sentences, citations } = citeSentences(own, given, null, readChunk);
  const markOf = (n: number): readonly number[] => {
    const cited = citations.find((one) => one.n === n);
    const shown = checked.citations.find(
      ({ document, start, end }) => document === cited?.document && start === cited.start && end === cited.end,
    );
    return shown === undefined ? [] : [shown.n];
  };
  return sentences
    .filter(({ text }) => !citations.some(({ quote }) => sameWords(quote) === sameWords(text)))
    .map((sentence) => ({ ...sentence, citations: sentence.citations.flatMap(markOf) }));
}
