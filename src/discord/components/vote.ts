import type { ButtonInteraction } from 'discord.js';
import type { Vote } from '../../state/seams/feedback.js';
import { respondToMember } from '../answering/within-quota.js';
import type { BotParts } from '../bot-parts.js';
import { noticeReply } from '../replying/notice-reply.js';
import { isReply, recordFor } from './record-for.js';

const thanks: Readonly<Record<Vote, string>> = {
  up: 'Thank you. You marked this as helpful; press 👎 if you change your mind.',
  down: 'Thank you. You marked this as not helpful; with Dispute you can say what is wrong.',
};

/** A thumb up or down: the last one of each member counts. */
export async function voteOn(interaction: ButtonInteraction, id: string, vote: Vote, parts: BotParts): Promise<void> {
  await respondToMember(
    interaction,
    'private',
    async () => {
      const found = await recordFor(interaction, id, parts);
      if (isReply(found)) return found;
      await parts.state.feedback.vote(id, interaction.user.id, vote, parts.now());
      return noticeReply(thanks[vote]);
    },
    parts,
  );
}
