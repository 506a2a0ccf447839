import { standaloneQuestion } from '../../conversation.js';
import type { ShownResult } from '../../state/state-store.js';
import type { Answer } from '../../types.js';
import type { BotParts } from '../bot-parts.js';
import type { Reply } from '../replying/reply.js';
import { type Asking, turnsBefore } from './turns-before.js';
import type { ShowOptions } from '../writing/show-options.js';
import { writeAnswer } from '../writing/write-answer.js';
import { writeNotice } from '../writing/write-notice.js';

export interface MemberQuestion extends Asking {
  readonly question: string;
  /** Whether the question stands above the answer: nobody sees what was typed into a command. */
  readonly isEchoed: boolean;
  readonly layout: ShowOptions['layout'];
}

const busyNotice =
  'Too many questions are waiting just now, so this one was not answered. Please ask it again in a moment.';

/** Keeps what is about to be shown, and gives the id for its buttons. */
export async function keepShown(
  result: ShownResult,
  { guild, channel, asker, isPrivate }: Pick<Asking, 'guild' | 'channel' | 'asker' | 'isPrivate'>,
  { state, newRecordId, now }: Pick<BotParts, 'state' | 'newRecordId' | 'now'>,
): Promise<string> {
  const id = newRecordId();
  await state.keep({ id, result, guild, channel, asker, isPrivate, shownAt: now() });
  return id;
}

/** The reply of somebody who has too much to do. */
export function busyReply(): Reply {
  return { messages: [writeNotice(busyNotice, 'problem')], record: null };
}

/** A member's question, understood with the conversation so far, becomes an answer to show. */
export async function answerMember(asked: MemberQuestion, parts: BotParts): Promise<Reply> {
  const { question, isEchoed, isPrivate, layout } = asked;
  const understood = standaloneQuestion(question, await turnsBefore(asked, parts.state, parts.now()));
  const answer: Answer | 'busy' = await parts.queue.run(() => parts.desk.ask(understood));
  if (answer === 'busy') return busyReply();
  const record = await keepShown({ kind: 'answer', question, answer }, asked, parts);
  const messages = writeAnswer(answer, {
    record,
    isPrivate,
    echo: isEchoed ? question : null,
    understoodAs: understood === question ? null : understood,
    layout,
  });
  return { messages, record };
}
