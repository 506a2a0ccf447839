import type { BotParts } from '../bot-parts.js';
import type { Meanwhile } from '../replying/meanwhile.js';
import type { Reply } from '../replying/reply.js';
import type { Words } from '../wording/words.js';
import { writeCheck } from '../writing/write-check.js';
import { busyReply } from './busy-reply.js';
import { type Kept, keepAndWrite } from './keep-and-write.js';
import { noteWritingFault } from './note-writing-fault.js';
import type { Asking } from './turns-before.js';
import { writeInTurn } from './write-in-turn.js';

export interface MemberCheck extends Asking {
  /** What somebody said. */
  readonly text: string;
  readonly words: Words;
}

/** What somebody said, held against the documents, to show. */
export async function checkForMember(
  asked: MemberCheck,
  parts: BotParts,
  { signal, hurry }: Meanwhile,
): Promise<Reply> {
  const { text, guild, asker, isPrivate, words } = asked;
  const check = await writeInTurn(
    (waiting) => parts.desk.check(text, guild, { member: asker, ...waiting }),
    { hurry, signal },
    parts,
  );
  if (check === 'busy') return busyReply(words);
  noteWritingFault(check.writing, parts);
  // The claims stand in the check itself: nothing is echoed.
  const shown = { isPrivate, echo: null, understoodAs: null, layout: 'embed', words } as const;
  const write = (kept: Kept) => writeCheck(check, { ...shown, ...kept });
  return keepAndWrite({ kind: 'check', question: text, check }, asked, write, parts);
}
