import { canary } from '../answering/written/canary.js';
import {
  completionPrompt,
  completionRules,
  conversationAsData,
  type SaidBefore,
} from '../answering/written/completion-prompt.js';
import { forbiddenIn } from '../answering/written/forbidden-content.js';
import { systemTimers, type Timers } from '../chatting/timers.js';
import { isLeftOpen, turnsLeanedOn } from '../conversation.js';
import type { Turn } from '../conversing/turn.js';
import { mentionsOf } from '../language/mentions.js';
import { readQuestion } from '../language/question.js';
import { termsOf } from '../language/terms.js';
import { wordTokensOf } from '../language/word-tokens.js';
import { saidLine, withoutQuotationMarks } from './said-line.js';
import { say } from './say.js';
import type { Writer, WrittenFor } from './writer.js';

const longestQuestion = 300;
/** Another question is no completion: so many of the asker's own words stay, */
const leastKept = 0.5;
/** and so many may come from elsewhere, such as "meeting" for "met". */
const mostNew = 0.25;
/** Whoever asked waits for the search, which begins after this. Rules have a completion at once. */
const patienceMs = 10_000;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(wordTokensOf(text).map(({ lower }) => lower.replace(/['’]s?$/u, '')));
}

/** Names, dates, numbers and amounts, and whatever else has a capital or a figure in it. */
function exactWordsOf(question: string): ReadonlySet<string> {
  const { names } = readQuestion(question);
  const mentioned = mentionsOf(question).map(({ start, end }) => question.slice(start, end));
  const marked = question.match(/(?<!^)\b[\p{Lu}\p{N}][\p{L}\p{N}.,'’-]*/gu) ?? [];
  return wordsOf([...names, ...mentioned, ...marked].join(' '));
}

/** Whether a completed question asks what the follow-up asks, and of nothing that was not spoken of. */
function isCompletion(question: string, followUp: string, conversation: string): boolean {
  const [asked, completed] = [readQuestion(followUp), readQuestion(question)];
  if (completed.kind !== 'question' || completed.negated !== asked.negated) return false;
  const wants = [...asked.wants].filter((want) => want !== 'thing');
  if (!wants.every((want) => completed.wants.has(want))) return false;
  const spoken = wordsOf(`${followUp} ${conversation}`);
  if (![...exactWordsOf(question)].every((word) => spoken.has(word))) return false;
  if (![...exactWordsOf(followUp.replace(/ \(about .+\)\?$/su, '?'))].every((word) => wordsOf(question).has(word)))
    return false;
  const terms = new Set(completed.terms);
  const known = new Set(termsOf(`${followUp} ${conversation}`));
  const isKept = asked.terms.filter((term) => terms.has(term)).length >= asked.terms.length * leastKept;
  return isKept && [...terms].filter((term) => !known.has(term)).length <= terms.size * mostNew;
}

function isFit(question: string, followUp: string, conversation: string): boolean {
  const forbidden = forbiddenIn({ system: completionRules(canary), canary });
  return (
    question.length <= longestQuestion &&
    /^[^\n?]+\?$/u.test(question) &&
    forbidden(question) === undefined &&
    isCompletion(question, followUp, conversation)
  );
}

function saidBefore({ question, answer }: Turn): SaidBefore {
  return { question: answer.question || question, answer: answer.sentences.map(({ text }) => text).join(' ') };
}

/**
 * A follow-up that rules leave open, as a question that is understood by itself: the model puts it so from the last turns.
 * `null` when nothing is left open, or the model gives nothing that fits in time: a question with a name, a number or an
 * order that was not there, or another question, does not.
 *
 * @param followUp As rules have completed it.
 * @param turns Oldest first; the model is given them, and nothing else that anybody said.
 * @throws the signal's reason when nobody waits any more
 */
export async function completeQuestion(
  followUp: string,
  turns: readonly Turn[],
  writer: Writer,
  whom: WrittenFor,
  timers: Timers = systemTimers,
): Promise<string | null> {
  const leanedOn = turnsLeanedOn(turns);
  if (leanedOn.length === 0 || !isLeftOpen(followUp)) return null;
  const conversation = conversationAsData(leanedOn.map(saidBefore));
  const { text: said } = await say(completionPrompt(followUp, conversation, canary), writer, whom, {
    milliseconds: patienceMs,
    timers,
  });
  const line = saidLine(said).replace(/^(?:(?:rewritten |standalone )?question)\s*:\s*/iu, '');
  const question = withoutQuotationMarks(line).trim();
  return question !== followUp && isFit(question, followUp, conversation) ? question : null;
}
