import { standaloneQuestion } from '../../conversation.js';
import type { Answer } from '../../types.js';
import type { BotParts } from '../bot-parts.js';
import type { Meanwhile } from '../replying/meanwhile.js';
import type { Reply } from '../replying/reply.js';
import type { Words } from '../wording/words.js';
import type { ShowOptions } from '../writing/show-options.js';
import { writeAnswer } from '../writing/write-answer.js';
import { writeSoFar } from '../writing/write-so-far.js';
import { askInTurn } from './ask-in-turn.js';
import { busyReply } from './busy-reply.js';
import { type Kept, keepAndWrite } from './keep-and-write.js';
import { noteWritingFault } from './note-writing-fault.js';
import { type Asking, turnsBefore } from './turns-before.js';

export interface MemberQuestion extends Asking {
  readonly question: string;
  /** Whether the question stands above the answer: nobody sees what was typed into a command. */
  readonly isEchoed: boolean;
  readonly layout: ShowOptions['layout'];
  readonly words: Words;
}

/** How an answer is shown, as far as its question decides. */
function shownFor(
  { question, isEchoed, isPrivate, layout, words }: MemberQuestion,
  answer: Answer,
): Omit<ShowOptions, 'record'> {
  return {
    isPrivate,
    echo: isEchoed ? question : null,
    understoodAs: answer.question === question ? null : answer.question,
    layout,
    words,
  };
}

/**
 * A member's question, understood with the conversation so far, becomes an answer to show. While a chat model writes it,
 * what has passed the check is shown meanwhile.
 */
export async function answerMember(
  asked: MemberQuestion,
  parts: BotParts,
  { signal, hurry, show }: Meanwhile,
): Promise<Reply> {
  const { question, guild, asker, words } = asked;
  const turns = await turnsBefore(asked, parts, parts.now());
  const onPart = (soFar: Answer): void => {
    const message = writeSoFar(soFar, shownFor(asked, soFar));
    if (message !== null) show(message);
  };
  const understood = standaloneQuestion(question, turns);
  const answer = await askInTurn({ question: understood, guild, member: asker, turns, onPart, hurry, signal }, parts);
  if (answer === 'busy') return busyReply(words);
  noteWritingFault(answer.writing, parts);
  const write = (kept: Kept) => writeAnswer(answer, { ...shownFor(asked, answer), ...kept });
  return keepAndWrite({ kind: 'answer', question, answer }, asked, write, parts);
}
