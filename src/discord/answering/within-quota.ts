import type { BotParts } from '../bot-parts.js';
import type { Answerable, Appearance } from '../replying/answerable.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { respondTo } from '../replying/respond.js';
import type { Words } from '../wording/words.js';
import { quotaText } from '../writing/write-quota.js';
import { type Admitted, admit, type Using } from './admit.js';

/** What everything works with, and the words of whoever is refused. */
type SpeakingParts = BotParts & { readonly words: Words };

function forOneAlone(text: string): Reply {
  return { ...noticeReply(text), isForOneAlone: true };
}

/** Work that counts as a use, for whoever is not over a limit; given back when nothing was done. */
export async function withinQuota(
  using: Using,
  work: (admitted: Admitted) => Promise<Reply>,
  parts: SpeakingParts,
): Promise<Reply> {
  const admission = await admit(using, parts);
  if (!admission.isAdmitted) return forOneAlone(quotaText(admission, parts.words));
  const reply = await work(admission);
  if (reply.isFree === true) await admission.giveBack();
  return reply;
}

/**
 * A question within the quota: a member's waits for the one before. Moderators are not held to it. One that is turned away
 * because too many wait does count: it is its asker's own doing, and else nothing would bound it.
 */
export function questionWithinQuota(
  using: Using,
  work: () => Promise<Reply>,
  parts: SpeakingParts,
  signal: AbortSignal,
): Promise<Reply> {
  const { memberLines, words } = parts;
  return withinQuota(
    using,
    async ({ isModerator }) => {
      if (isModerator) return work();
      const reply = await memberLines.run(using.user.id, work, signal);
      return reply === 'busy' ? forOneAlone(words.notices.quota.lineFull(memberLines.waiting)) : reply;
    },
    parts,
  );
}

/** The way in which a press or a form of a member's is answered that asks no question: acknowledged, counted, done. */
export async function respondToMember(
  interaction: Answerable,
  appearance: Appearance,
  work: (words: Words, signal: AbortSignal) => Promise<Reply>,
  parts: BotParts,
): Promise<Reply | null> {
  return respondTo(
    interaction,
    appearance,
    (words, { signal }) => withinQuota(interaction, () => work(words, signal), { ...parts, words }),
    parts,
  );
}
