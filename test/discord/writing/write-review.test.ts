import { expect, it } from 'vitest';
import { writeReview } from '#src/discord/writing/for-moderators/write-review.js';
import { madeUpAnswer } from '../../support/made-up-answer.js';
import { madeUpWritten } from '../../support/made-up-written.js';
import { shownText } from '../../support/read-message.js';

const item = {
  number: 1,
  guild: '1',
  kind: 'dispute',
  record: 'K3fq0Zp81LmN',
  text: 'It was 14 hours.',
  at: 0,
  state: 'open',
} as const;

function reviewOf(answer: ReturnType<typeof madeUpAnswer>): string {
  const record = { result: { kind: 'answer', question: answer.question, answer } } as const;
  return shownText([writeReview({ item, record, votes: { up: 0, down: 1 }, count: 1, notice: null })]);
}

it('what a model wrote is judged beside the quotes that it stands on, what is quoted by itself', () => {
  const quote = 'The talks lasted 15 hours.';
  const text = 'The talks took 15 hours.';
  expect(reviewOf(madeUpWritten('How long?', [{ text, quote }]))).toContain(`${text} [1]\n“${quote}” [1]`);
  expect(reviewOf(madeUpAnswer('How long?', [{ quote }])).split(quote)).toHaveLength(2);
});
