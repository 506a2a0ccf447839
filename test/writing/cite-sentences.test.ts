import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadChunk } from '#src/answering/chunk-reading.js';
import type { Desk } from '#src/desk.js';
import { citeSentences } from '#src/writing/cite-sentences.js';
import type { ExaminedSentence } from '#src/writing/examine-sentence.js';
import type { GivenText } from '#src/writing/given-passages.js';
import { openArticleDesk } from '../support/article-desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());

/** Nothing is marked where there is no question. */
const unread: ReadChunk = () => {
  throw new Error('No chunk is to be read.');
};

function examined(text: string, told: Partial<ExaminedSentence>): ExaminedSentence {
  const draft = { text, marks: [1], isBroken: false };
  return { draft, outcome: 'supported', caution: null, reason: null, support: [{ passage: 1, sentence: 0 }], ...told };
}

it('a sentence that is shown with a caution names the words that were not found, and others name none', () => {
  const { generation } = desk;
  const given: readonly GivenText[] = [
    { prompt: { n: 1, text: '', title: '', publisher: null, author: null, date: null }, generation, chunks: [0] },
  ];
  const { sentences, citations } = citeSentences(
    [
      examined('One.', {}),
      examined('Two, soon.', {
        outcome: 'partly',
        caution: '“soon” not in the passage.',
        reason: 'unsaid',
        unsaid: ['soon'],
      }),
      examined('Three, soon.', { outcome: 'partly', caution: 'Not all.', reason: 'unsaid' }),
      examined('Four.', { outcome: 'dropped', reason: 'unsaid', unsaid: ['Four'] }),
    ],
    given,
    null,
    unread,
  );
  expect(sentences.map(({ text, standing, caution, unsaid }) => ({ text, standing, caution, unsaid }))).toEqual([
    { text: 'One.', standing: 'supported', caution: null, unsaid: [] },
    { text: 'Two, soon.', standing: 'partly', caution: '“soon” not in the passage.', unsaid: ['soon'] },
    { text: 'Three, soon.', standing: 'partly', caution: 'Not all.', unsaid: [] },
  ]);
  expect(citations.map(({ n }) => n)).toEqual([1]);
});
