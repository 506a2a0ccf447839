import type { AnswerChange, AnswerComparison, QuestionOrigin } from '../../../preview-change.js';
import type { Answer, DeclineReason } from '../../../types.js';
import { excerpt } from '../excerpt.js';
import type { Block } from '../pack-blocks.js';

export interface AnswerRoom {
  /** Most questions. */
  readonly answers: number;
  /** Most characters of a quote. */
  readonly quote: number;
}

const longestQuestion = 150;
const longestTitle = 50;

const origins: Readonly<Record<QuestionOrigin, string>> = {
  golden: 'a golden question',
  accepted: 'from an accepted dispute',
  recent: 'asked here lately',
};

const declined: Readonly<Record<DeclineReason, string>> = {
  'no-evidence': 'the documents do not say it',
  'after-document-date': 'it is later than the documents',
  unsupported: 'no quote supports an answer',
  'off-topic': 'it is not what the documents are about',
  busy: 'too many asked',
};

/** What one of two answers says: first what the other does not. */
function wordsOf(answer: Answer, other: Answer, room: AnswerRoom): string {
  if (answer.outcome === 'declined') return `declined${answer.reason === null ? '' : `: ${declined[answer.reason]}`}`;
  const others = new Set(other.citations.map(({ quote }) => quote));
  const isOnlyHere = ({ quote }: Answer['citations'][number]): boolean => !others.has(quote);
  const [first, ...further] = answer.citations.toSorted((a, b) => Number(isOnlyHere(b)) - Number(isOnlyHere(a)));
  if (first === undefined) return 'answered';
  const quote = excerpt(first.quote, { longest: room.quote }).markdown;
  const title = excerpt(first.title, { longest: longestTitle }).markdown;
  const rest = further.length === 0 ? '' : ` and ${further.length} more ${further.length === 1 ? 'quote' : 'quotes'}`;
  return `“${quote}” (${title}, ¶ ${first.paragraph})${rest}`;
}

function blockOf({ question, before, after }: AnswerChange, room: AnswerRoom): Block {
  const asked = excerpt(question.text, { longest: longestQuestion }).markdown;
  return {
    text: [
      `“${asked}” · ${origins[question.origin]}`,
      `> Before: ${wordsOf(before, after, room)}`,
      `> After: ${wordsOf(after, before, room)}`,
    ].join('\n'),
  };
}

const mattering: Readonly<Record<QuestionOrigin, number>> = { accepted: 0, recent: 1, golden: 2 };

/** The questions whose answer or refusal would be another: the server's own first. */
export function answerChangeBlocks({ asked, changes }: AnswerComparison, room: AnswerRoom): readonly Block[] {
  const questions = `${asked} ${asked === 1 ? 'question' : 'questions'}`;
  if (asked === 0) return [{ text: '**Answers:** there was no question to ask.' }];
  if (changes.length === 0) return [{ text: `**Answers:** none of ${questions} would be answered otherwise.` }];
  const shown = changes
    .toSorted((one, other) => mattering[one.question.origin] - mattering[other.question.origin])
    .slice(0, room.answers);
  const rest = changes.length - shown.length;
  return [
    { text: `**Answers:** ${changes.length} of ${questions} would be answered otherwise.` },
    ...shown.map((change) => blockOf(change, room)),
    ...(rest === 0 ? [] : [{ text: `and ${rest} more` }]),
  ];
}
