import { english } from '#src/discord/wording/english.js';
import { writeCorrection } from '#src/discord/writing/write-correction.js';
import type { Answer } from '#src/types.js';
import type { ArticleQuotes } from './article-quotes.js';
import { answerWith, declineWith } from './sample-answers.js';
import type { SampleMessage } from './sample-message.js';

const question = 'How long did the talks in Geneva last?';
const at = Date.parse('2026-11-29T14:33:00Z');

function correctedTo(before: Answer, now: Answer): SampleMessage['messages'] {
  return writeCorrection(
    { before: { kind: 'answer', question, answer: before }, now: { kind: 'answer', question, answer: now } },
    {
      at,
      mostMessages: 1,
      record: 'K3fq0Zp81LmN',
      isPrivate: false,
      echo: question,
      understoodAs: null,
      layout: 'embed',
      words: english,
    },
  );
}

/** Earlier answers, after the documents changed under them. */
export function sampleCorrections({ cite }: ArticleQuotes): readonly SampleMessage[] {
  const hours = cite(1, 'lasted 15 hours', '15 hours');
  const quote = hours.quote.replace('15 hours', 'nine hours');
  const now = { ...hours, quote, end: hours.start + quote.length, highlight: [] as const };
  const group = 'corrections';
  return [
    { name: 'An answer, corrected in place', group, messages: correctedTo(answerWith([hours]), answerWith([now])) },
    {
      name: 'The documents no longer say it',
      group,
      messages: correctedTo(answerWith([hours]), declineWith({ nearest: [cite(1, 'ceasefire should hold')] })),
    },
  ];
}
