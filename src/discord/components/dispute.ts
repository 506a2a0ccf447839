import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js';
import { respondToMember } from '../answering/within-quota.js';
import type { BotParts } from '../bot-parts.js';
import { noticeReply } from '../replying/notice-reply.js';
import { openForm } from '../replying/open-form.js';
import { wordsKnownHere } from '../wording/words-here.js';
import { disputeForm, disputeInput } from '../writing/dispute-form.js';
import { isReply, recordFor } from './record-for.js';

/** Opens the form. Whether the record is there is seen when it comes back: a form must open within three seconds. */
export async function openDisputeForm(interaction: ButtonInteraction, id: string, parts: BotParts): Promise<void> {
  const readers = interaction.guildId === null ? 'nobody' : 'moderators';
  await openForm(interaction, disputeForm(id, readers, wordsKnownHere(interaction, parts)), parts);
}

export async function takeDispute(interaction: ModalSubmitInteraction, id: string, parts: BotParts): Promise<void> {
  await respondToMember(
    interaction,
    'private',
    async (words) => {
      const { dispute } = words.notices;
      const text = interaction.fields.getTextInputValue(disputeInput).trim();
      if (text === '') return noticeReply(dispute.empty);
      const found = await recordFor(interaction, id, words, parts);
      if (isReply(found)) return found;
      await parts.state.feedback.dispute({ record: id, member: interaction.user.id, text, at: parts.now() });
      return noticeReply(interaction.guildId === null ? dispute.noted : dispute.notedByModerators);
    },
    parts,
  );
}
