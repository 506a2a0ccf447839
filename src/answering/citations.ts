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
  const citations = chosen.map(({ generation, chunk, evidence, highlight }, index): Citation => {
    const { paragraph: paragraphRow, start, end } = generation.chunk(chunk);
    const paragraph = generation.paragraph(paragraphRow);
    const document = generation.documents[paragraph.document];
    if (document === undefined) throw new Error(`Generation ${generation.id} has no document ${paragraph.document}.`);
    // A sentence that is there as context of another answers nothing by itself.
    const answering = evidence === undefined ? undefined : highlightIn(question, wanted, readChunk(generation, chunk));
    const found = highlight ?? answering;
    return {
      n: index + 1,
      document: document.id,
      title: document.metadata.title,
      publisher: document.metadata.publisher,
      date: document.metadata.date,
      url: document.metadata.url,
      paragraph: paragraph.number,
      start,
      end,
      quote: document.text.slice(start, end),
      highlight: found === undefined ? [] : [start + found[0], start + found[1]],
    };
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
