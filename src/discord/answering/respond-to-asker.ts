import type { BotParts } from '../bot-parts.js';
import { appearanceOf, askingOf } from '../place.js';
import type { Answerable } from '../replying/answerable.js';
import type { Meanwhile } from '../replying/meanwhile.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { respondTo } from '../replying/respond.js';
import type { Words } from '../wording/words.js';
import type { Asking } from './turns-before.js';
import { answersHere, knownHere, whereElse } from './where-to-answer.js';
import { questionWithinQuota } from './within-quota.js';

/** Who asks, where, and in what language they read. */
export interface SpokenAsking extends Asking {
  readonly words: Words;
}

/**
 * The one way in which an interaction is answered that asks something of the documents: acknowledged, then the work, if
 * moderators let Parley answer there; else whoever asked is told alone where they may.
 *
 * @param wantsPrivate What the member said; `null` when they said nothing, and what holds in the channel decides. While
 *   that is not known, only they see it: what all have seen cannot be taken back.
 */
export async function respondToAsker(
  interaction: Answerable,
  wantsPrivate: boolean | null,
  work: (asking: SpokenAsking, meanwhile: Meanwhile) => Promise<Reply>,
  parts: BotParts,
): Promise<Reply | null> {
  const here = knownHere(interaction, parts.settings);
  const asking = askingOf(interaction, wantsPrivate ?? here?.isPrivate ?? true);
  return respondTo(
    interaction,
    here?.answers === false ? 'private' : appearanceOf(asking),
    async (words, meanwhile) => {
      if (await answersHere(interaction, parts)) {
        const working = () => work({ ...asking, words }, meanwhile);
        return questionWithinQuota(interaction, working, { ...parts, words }, meanwhile.signal);
      }
      return noticeReply(whereElse(interaction, parts.settings.known(interaction.guildId ?? ''), words));
    },
    parts,
  );
}
