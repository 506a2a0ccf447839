import type { BotParts } from '../bot-parts.js';
import type { Answerable, Appearance } from '../replying/answerable.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { respondTo } from '../replying/respond.js';
import { mayModerate, mayModerateNow } from './may-moderate.js';

/** What was begun may come to its end: a file that is being read is staged all the same. */
const tooLate =
  'This took too long, so I stopped waiting. It may be done all the same: look with /corpus list or /audit before you try again.';

/** Who acts, and in which server: what an entry of the audit log needs. */
export interface Moderator {
  readonly guild: string;
  readonly user: string;
  /** `server` commands reach the collection of this server alone. */
  readonly channel: string;
}

/**
 * The one way in which what is for moderators alone is answered: acknowledged, permission checked on what Discord sent
 * with this very interaction, then the work. Whoever is no moderator gets a message of their own, wherever they pressed.
 *
 * @returns What was shown; `null` when it could not be shown
 */
export async function respondToModerator(
  interaction: Answerable,
  appearance: Exclude<Appearance, 'public'>,
  work: (moderator: Moderator, signal: AbortSignal) => Promise<Reply>,
  parts: BotParts,
): Promise<Reply | null> {
  // In place of the message only when nothing has to be read first: whoever may not is never to change what stands there.
  const shownAs = mayModerateNow(interaction, parts.settings) === true ? appearance : 'private';
  return respondTo(
    interaction,
    shownAs,
    async ({ notices }, { signal }) => {
      const { guildId, channelId, user } = interaction;
      if (guildId === null) return noticeReply(notices.onlyInServers);
      if (!(await mayModerate(interaction, parts.settings))) return noticeReply(notices.notAModerator);
      return work({ guild: guildId, user: user.id, channel: channelId ?? user.id }, signal);
    },
    parts,
    tooLate,
  );
}
