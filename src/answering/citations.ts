import { citeChunk } from '../cite-chunk.js';
import type { Question } from '../language/question.js';
import type { AnswerSentence, Citation } from '../types.js';
import { wantedKinds } from './answer-type.js';
import { attributionOf } from './attribution.js';
import type { ChosenChunk } from './choose-sentences.js';
import type { ReadChunk } from './chunk-reading.js';
import { highlightIn } from './highlight.js';

/** The chosen chunks as quoted sentences, each with its citation, numbered in their order. */
export function quote(
  question: Question,
  chosen: readonly ChosenChunk[],
  readChunk: ReadChunk,
): { readonly sentences: readonly AnswerSentence[]; readonly citations: readonly Citation[] } {
  const wanted = wantedKinds(question);
  const citations = chosen.map(({ generation, chunk, evidence, highlight }, index) => {
    // A sentence that is there as context of another answers nothing by itself.
    const answering = evidence === undefined ? undefined : highlightIn(question, wanted, readChunk(generation, chunk));
    return citeChunk(generation, chunk, index + 1, highlight ?? answering);
  });
  return {
    citations,
    sentences: citations.map(({ n, quote: text }) => ({
      text,
      citations: [n],
      attribution: attributionOf(text),
      standing: 'quoted',
      caution: null,
      unsaid: [],
    })),
  };
}
