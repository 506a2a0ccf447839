import { standaloneQuestion } from '../../conversation.js';
import type { BotParts } from '../bot-parts.js';
import type { Reply } from '../replying/reply.js';
import type { Words } from '../wording/words.js';
import type { ShowOptions } from '../writing/show-options.js';
import { writeAnswer } from '../writing/write-answer.js';
import { busyReply } from './busy-reply.js';
import { type Kept, keepAndWrite } from './keep-and-write.js';
import { type Asking, turnsBefore } from './turns-before.js';

export interface MemberQuestion extends Asking {
  readonly question: string;
  /** Whether the question stands above the answer: nobody sees what was typed into a command. */
  readonly isEchoed: boolean;
  readonly layout: ShowOptions['layout'];
  readonly words: Words;
}

/** A member's question, understood with the conversation so far, becomes an answer to show. */
export async function answerMember(asked: MemberQuestion, parts: BotParts, signal?: AbortSignal): Promise<Reply> {
  const { question, guild, isEchoed, isPrivate, layout, words } = asked;
  const understood = standaloneQuestion(question, await turnsBefore(asked, parts, parts.now()));
  const answer = await parts.queue.run(() => parts.desk.ask(understood, guild), signal);
  if (answer === 'busy') return busyReply(words);
  const shown = {
    isPrivate,
    echo: isEchoed ? question : null,
    understoodAs: understood === question ? null : understood,
    layout,
    words,
  };
  const write = (kept: Kept) => writeAnswer(answer, { ...shown, ...kept });
  return keepAndWrite({ kind: 'answer', question, answer }, asked, write, parts);
}
