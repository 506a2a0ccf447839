import { wantedKinds } from '../answering/answer-type.js';
import { attributionOf } from '../answering/attribution.js';
import type { ReadChunk } from '../answering/chunk-reading.js';
import { highlightIn } from '../answering/highlight.js';
import { citeChunk } from '../cite-chunk.js';
import type { Question } from '../language/question.js';
import type { AnswerSentence, Citation, Generation } from '../types.js';
import type { ExaminedSentence } from './examine-sentence.js';
import type { GivenText } from './given-passages.js';
import { hasPassed } from './write-draft.js';

export interface CitedSentences {
  readonly sentences: readonly AnswerSentence[];
  readonly citations: readonly Citation[];
}

interface CitedChunk {
  readonly generation: Generation;
  readonly chunk: number;
}

/**
 * The sentences that passed, with a citation for each sentence of a document that one rests on: numbered from 1 in the
 * order in which they are first needed, and shared.
 *
 * @param question Whose answer is marked in the quotes; `null` marks nothing.
 */
export function citeSentences(
  examined: readonly ExaminedSentence[],
  given: readonly GivenText[],
  question: Question | null,
  readChunk: ReadChunk,
): CitedSentences {
  const cited: CitedChunk[] = [];
  const markOf = (one: CitedChunk): number => {
    const at = cited.findIndex(({ generation, chunk }) => generation === one.generation && chunk === one.chunk);
    return at >= 0 ? at + 1 : cited.push(one);
  };
  const texts = examined.filter(hasPassed).map(({ draft, outcome, caution, unsaid = [], support }) => {
    const marks = support.flatMap(({ passage, sentence }) => {
      const text = given.find(({ prompt }) => prompt.n === passage);
      const chunk = text?.chunks[sentence];
      return text === undefined || chunk === undefined ? [] : [markOf({ generation: text.generation, chunk })];
    });
    return { text: draft.text, citations: [...new Set(marks)], outcome, caution, unsaid };
  });
  const wanted = question === null ? undefined : wantedKinds(question);
  const citations = cited.map((one, index) => {
    const marked =
      question === null || wanted === undefined
        ? undefined
        : highlightIn(question, wanted, readChunk(one.generation, one.chunk));
    return citeChunk(one.generation, one.chunk, index + 1, marked);
  });
  const sentences = texts.map(({ text, citations: marks, outcome, ...told }): AnswerSentence => {
    const views = marks.map((mark) => attributionOf(citations[mark - 1]?.quote ?? ''));
    const attribution = views.find((view) => view !== null) ?? null;
    return { text, citations: marks, attribution, standing: outcome === 'partly' ? 'partly' : 'supported', ...told };
  });
  return { sentences, citations };
}
