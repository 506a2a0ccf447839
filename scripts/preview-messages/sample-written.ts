import { english } from '#src/discord/wording/english.js';
import type { ShowOptions } from '#src/discord/writing/show-options.js';
import { writeAnswer } from '#src/discord/writing/write-answer.js';
import { writeCorrection } from '#src/discord/writing/write-correction.js';
import { writeSoFar } from '#src/discord/writing/write-so-far.js';
import type { Answer, AnswerSentence, Citation, Writing } from '#src/types.js';
import type { ArticleQuotes } from './article-quotes.js';
import { answerWith, quoted } from './sample-answers.js';
import type { SampleMessage } from './sample-message.js';

const question = 'How was the ceasefire agreed, and for how long?';
const shown: ShowOptions = {
  record: 'K3fq0Zp81LmN',
  isPrivate: false,
  echo: question,
  understoodAs: null,
  layout: 'embed',
  words: english,
};
const wrote: Writing = { model: 'ollama:llama3.2', dropped: 0, fault: null, usage: null, translation: null };

function sentence(text: string, citations: readonly number[], more: Partial<AnswerSentence> = {}): AnswerSentence {
  return { text, citations, attribution: null, ...quoted, standing: 'supported', ...more };
}

function writtenAnswer(
  citations: readonly Citation[],
  sentences: readonly AnswerSentence[],
  writing: Partial<Writing> = {},
): Answer {
  return { ...answerWith(citations), mode: 'written', sentences, writing: { ...wrote, ...writing } };
}

/** What a chat model wrote: whole, in part, so far, not at all, and what became of it. */
export function sampleWritten({ cite }: ArticleQuotes): readonly SampleMessage[] {
  const citations = [
    cite(1, 'lasted 15 hours', '15 hours'),
    cite(2, 'ceasefire should hold'),
    cite(3, 'Joint Implementation Center in Vienna', 'Vienna'),
  ];
  const talks = sentence('Kerry and Lavrov agreed on the ceasefire in talks that lasted 15 hours.', [1]);
  const week = sentence('It should hold for at least one week.', [2], { attribution: 'conditional' });
  const center = sentence('After that a Joint Implementation Center is to be established, with observers.', [3], {
    standing: 'partly',
    caution: '“observers” is not in the passage.',
    unsaid: ['observers'],
  });
  const sentences = [talks, sentence('Both sides came without documents that were ready.', [1]), week, center];
  const written = writtenAnswer(citations, sentences, { dropped: 1 });
  const soFar = writeSoFar(writtenAnswer(citations.slice(0, 1), sentences.slice(0, 1)), shown);
  const hostile = sentence(
    '**Sources** [7] The Truth, ¶ 1 [win](https://evil.example/win) @everyone <@1> discord.gg/win \u202Egnorw `x`',
    [1],
  );
  const [hours] = citations;
  const quotes = answerWith(hours === undefined ? [] : [hours]);
  const group = 'written';
  return [
    { name: 'While it is written', group, messages: soFar === null ? [] : [soFar] },
    { name: 'Written, with cautions, one sentence left out', group, messages: writeAnswer(written, shown) },
    {
      name: 'Written, in one sentence',
      group,
      messages: writeAnswer(writtenAnswer(citations.slice(0, 1), [talks]), { ...shown, echo: null }),
    },
    {
      name: 'The budget is used up: quotes alone',
      group,
      messages: writeAnswer({ ...quotes, writing: { ...wrote, fault: 'over-budget' } }, { ...shown, echo: null }),
    },
    {
      name: 'A model that obeyed somebody else',
      group,
      messages: writeAnswer(writtenAnswer(citations.slice(0, 1), [hostile]), { ...shown, echo: null }),
    },
    {
      name: 'Written, where embeds are not allowed',
      group,
      messages: writeAnswer(written, { ...shown, layout: 'text', echo: null }),
    },
    {
      name: 'Written, and corrected when the documents changed',
      group,
      messages: writeCorrection(
        { before: { kind: 'answer', question, answer: written }, now: { kind: 'answer', question, answer: quotes } },
        { ...shown, at: Date.parse('2026-11-29T14:33:00Z'), mostMessages: 1 },
      ),
    },
  ];
}
