import type { ShownRecord, ShownResult } from '#src/state/seams/records.js';
import type { Citation } from '#src/types.js';
import { madeUpAnswer, madeUpDecline } from '../support/made-up-answer.js';
import { madeUpCheck, madeUpCitation, madeUpClaim, madeUpSummary } from '../support/made-up-results.js';
import { quotedStanding } from '../support/standing.js';

const question = 'Where was the ceasefire agreed?';
const answer = madeUpAnswer(question, [
  { quote: 'It was agreed in Geneva.', highlight: 'Geneva' },
  { quote: 'It should hold for a week.', attribution: 'conditional' },
]);
const citations: Citation[] = [...answer.citations];

/** One result of every kind, every field that can be empty both ways. */
export const madeUpResults: readonly ShownResult[] = [
  { kind: 'answer', question, answer },
  {
    kind: 'answer',
    question: 'And the peacekeepers?',
    answer: madeUpDecline('Which peacekeepers came?', {
      nearest: [{ document: 'made-up', title: 'A document', paragraph: 2, start: 10, end: 14, quote: 'None' }],
      asOf: null,
    }),
  },
  {
    kind: 'check',
    question: 'It was agreed in Paris. I like it.',
    check: {
      claims: [
        {
          text: 'It was agreed in Paris.',
          verdict: 'contradicted',
          score: 0.1,
          reason: 'The text has Geneva.',
          ground: { kind: 'otherwise', text: 'Geneva', claim: 'Minsk' },
          citations,
          explanation: [],
        },
        {
          text: 'Trucks came.',
          verdict: 'not-covered',
          score: 0.3,
          reason: null,
          ground: null,
          citations: [],
          explanation: [],
        },
      ],
      asides: [{ text: 'I like it.', kind: 'opinion' }],
      omitted: 2,
      asOf: '2016-09',
      generation: 'made-up',
      writing: null,
    },
  },
  {
    kind: 'summary',
    question: '',
    summary: {
      document: 'made-up',
      title: 'A document',
      paragraphs: [2, 9],
      focus: null,
      length: 'short',
      mode: 'extractive',
      points: [
        {
          text: 'It was agreed in Geneva.',
          citations: [1],
          attribution: 'reported',
          ...quotedStanding,
        },
      ],
      citations,
      coverage: { represented: [9], missing: [2], ratio: 0.5 },
      asOf: null,
      generation: 'made-up',
      writing: null,
    },
  },
];

/** A record of an answer that everybody saw. */
export function madeUpRecord(id: string, more: Partial<ShownRecord> = {}): ShownRecord {
  return {
    id,
    result: { kind: 'answer', question, answer },
    guild: 'guild',
    channel: 'channel',
    asker: 'asker',
    isPrivate: false,
    shownAt: 1_000,
    ...more,
  };
}

/** An answer that took so long. */
export function answerAfter(totalMs: number): ShownResult {
  return { kind: 'answer', question, answer: { ...answer, timings: { ...answer.timings, totalMs } } };
}

/** A result of every kind for which a document can be found again: by what it cites, or quotes as near. */
export function resultsAbout(
  document: string,
): Readonly<Record<'answer' | 'decline' | 'check' | 'summary', ShownResult>> {
  const cited = madeUpCitation(1, 'It was agreed.', { document });
  const nearest = [{ document, title: 'A document', paragraph: 2, start: 10, end: 14, quote: 'None' }];
  const claims = [
    madeUpClaim('Trucks came.', 'not-covered'),
    madeUpClaim('It was agreed.', 'supported', [cited, cited]),
  ];
  return {
    answer: { kind: 'answer', question, answer: { ...answer, citations: [...citations, cited, cited] } },
    decline: { kind: 'answer', question, answer: madeUpDecline(question, { nearest }) },
    check: { kind: 'check', question, check: madeUpCheck(claims) },
    summary: { kind: 'summary', question, summary: madeUpSummary([], { document, citations: [cited] }) },
  };
}
