import type { Answer, AnswerSentence, Summary, Writing } from '#src/types.js';
import { madeUpAnswer } from './made-up-answer.js';
import { madeUpCitation, madeUpSummary } from './made-up-results.js';

export interface MadeUpWritten
  extends Partial<Pick<AnswerSentence, 'attribution' | 'standing' | 'caution' | 'unsaid'>> {
  readonly text: string;
  /** What it stands on; its own quote, with the next mark. */
  readonly quote: string;
}

export function madeUpWriting(more: Partial<Writing> = {}): Writing {
  return {
    model: 'ollama:llama3.2',
    dropped: 0,
    fault: null,
    usage: { inputTokens: 900, outputTokens: 60 },
    translation: null,
    ...more,
  };
}

/** An answer that a chat model wrote, each sentence on a quote of its own. */
export function madeUpWritten(
  question: string,
  sentences: readonly MadeUpWritten[],
  more: Partial<Answer> = {},
): Answer {
  return madeUpAnswer(question, [], {
    mode: 'written',
    sentences: sentences.map(
      ({ text, attribution = null, standing = 'supported', caution = null, unsaid = [] }, index) => ({
        text,
        citations: [index + 1],
        attribution,
        standing,
        caution,
        unsaid,
      }),
    ),
    citations: sentences.map(({ quote }, index) => madeUpCitation(index + 1, quote)),
    writing: madeUpWriting(),
    ...more,
  });
}

/** A summary that a chat model wrote; what has no text of its own is quoted. */
export function madeUpWrittenSummary(
  points: readonly (Partial<MadeUpWritten> & Pick<MadeUpWritten, 'quote'>)[],
  more: Partial<Summary> = {},
): Summary {
  return madeUpSummary(
    points.map(({ quote }) => quote),
    {
      mode: 'written',
      points: points.map(({ text, quote, attribution = null, standing, caution = null, unsaid = [] }, index) => ({
        text: text ?? quote,
        citations: [index + 1],
        attribution,
        standing: standing ?? (text === undefined ? 'quoted' : 'supported'),
        caution,
        unsaid,
      })),
      writing: madeUpWriting(),
      ...more,
    },
  );
}
