import { busyReply, keepShown } from './answer-member.js';
import type { BotParts } from '../bot-parts.js';
import type { Reply } from '../replying/reply.js';
import type { Asking } from './turns-before.js';
import { writeCheck } from '../writing/write-check.js';

export interface MemberCheck extends Asking {
  /** What somebody said. */
  readonly text: string;
}

/** What somebody said, held against the documents, to show. */
export async function checkForMember(asked: MemberCheck, parts: BotParts): Promise<Reply> {
  const check = await parts.queue.run(() => parts.desk.check(asked.text));
  if (check === 'busy') return busyReply();
  const record = await keepShown({ kind: 'check', question: asked.text, check }, asked, parts);
  const messages = writeCheck(check, {
    record,
    isPrivate: asked.isPrivate,
    // The claims stand in the check itself.
    echo: null,
    understoodAs: null,
    layout: 'embed',
  });
  return { messages, record };
}
