import type { ButtonInteraction } from 'discord.js';
import type { Vote } from '../../state/seams/feedback.js';
import { respondToMember } from '../answering/within-quota.js';
import type { BotParts } from '../bot-parts.js';
import { noticeReply } from '../replying/notice-reply.js';
import { isReply, recordFor } from './record-for.js';

/** A thumb up or down: the last one of each member counts. */
export async function voteOn(interaction: ButtonInteraction, id: string, vote: Vote, parts: BotParts): Promise<void> {
  await respondToMember(
    interaction,
    'private',
    async (words) => {
      const found = await recordFor(interaction, id, words, parts);
      if (isReply(found)) return found;
      await parts.state.feedback.vote(id, interaction.user.id, vote, parts.now());
      return noticeReply(words.notices.thanks[vote]);
    },
    parts,
  );
}
