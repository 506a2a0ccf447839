import { holdsWanted, wantedKinds } from '../answering/answer-type.js';
import { mentionsOf } from '../language/mentions.js';
import type { Question } from '../language/question.js';
import type { AnswerSentence } from '../types.js';
import type { ExaminedSentence } from './examine-sentence.js';
import { hasPassed } from './write-draft.js';

/**
 * Whether what is left of a draft still answers: something is left, the number, name or date that the question wants is
 * there if the quotes have it, and the draft did not lose its beginning together with half of the rest.
 *
 * @param quoted The sentences that answer in quotes.
 */
export function keepsCore(
  question: Question,
  quoted: readonly Pick<AnswerSentence, 'text'>[],
  examined: readonly ExaminedSentence[],
): boolean {
  const shown = examined.filter(hasPassed);
  const [first] = examined;
  if (first === undefined || shown.length === 0) return false;
  if (!hasPassed(first) && shown.length * 2 < examined.length) return false;
  const wanted = wantedKinds(question);
  if (wanted.size === 0) return true;
  const holds = (text: string): boolean => holdsWanted(wanted, question, { text, mentions: mentionsOf(text) });
  return !quoted.some(({ text }) => holds(text)) || shown.some(({ draft }) => holds(draft.text));
}
