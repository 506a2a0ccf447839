import type { Answer, Attribution, Citation } from '#src/types.js';
import { quotedStanding } from './standing.js';

export interface MadeUpSentence {
  readonly quote: string;
  /** Words of the quote that are marked. */
  readonly highlight?: string;
  readonly attribution?: Attribution;
  readonly paragraph?: number;
}

/** Where the first made-up quote starts; not 0, so that offsets into document and quote differ. */
const firstStart = 1000;

/** An answer that quotes the given sentences. */
export function madeUpAnswer(
  question: string,
  sentences: readonly MadeUpSentence[],
  more: Partial<Answer> = {},
): Answer {
  const citations = sentences.map(({ quote, highlight, paragraph = 9 }, index): Citation => {
    const start = firstStart * (index + 1);
    const from = highlight === undefined ? -1 : quote.indexOf(highlight);
    if (highlight !== undefined && from < 0) throw new Error(`"${highlight}" is not in the quote.`);
    return {
      n: index + 1,
      document: 'made-up',
      title: 'A made-up document',
      publisher: 'The Publisher',
      date: '2016-09',
      url: null,
      paragraph,
      start,
      end: start + quote.length,
      quote,
      highlight: highlight === undefined ? [] : [start + from, start + from + highlight.length],
    };
  });
  return {
    question,
    outcome: 'answered',
    mode: 'extractive',
    reason: null,
    confidence: 0.9,
    sentences: sentences.map(({ quote, attribution = null }, index) => ({
      text: quote,
      citations: [index + 1],
      attribution,
      ...quotedStanding,
    })),
    citations,
    disagreements: [],
    missing: null,
    suggestion: null,
    lacking: null,
    nearest: [],
    asOf: '2016-09',
    generation: 'made-up',
    writing: null,
    timings: { embedMs: 0, retrieveMs: 0, answerMs: 0, totalMs: 0 },
    ...more,
  };
}

/** An answer that declines. */
export function madeUpDecline(question: string, more: Partial<Answer> = {}): Answer {
  return madeUpAnswer(question, [], {
    outcome: 'declined',
    reason: 'no-evidence',
    confidence: 0.1,
    missing: 'Nothing in the documents near this question speaks of “peacekeepers”.',
    suggestion: 'Try other words for “peacekeepers”.',
    lacking: { words: ['peacekeepers'], wanted: null },
    ...more,
  });
}
