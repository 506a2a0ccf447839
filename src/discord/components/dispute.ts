import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js';
import { respondToMember } from '../answering/within-quota.js';
import type { BotParts } from '../bot-parts.js';
import { noticeReply } from '../replying/notice-reply.js';
import { openForm } from '../replying/open-form.js';
import { disputeForm, disputeInput } from '../writing/dispute-form.js';
import { isReply, recordFor } from './record-for.js';

/** Opens the form. Whether the record is there is seen when it comes back: a form must open within three seconds. */
export async function openDisputeForm(interaction: ButtonInteraction, id: string, parts: BotParts): Promise<void> {
  const readers = interaction.guildId === null ? 'nobody' : 'moderators';
  await openForm(interaction, disputeForm(id, readers), parts);
}

export async function takeDispute(interaction: ModalSubmitInteraction, id: string, parts: BotParts): Promise<void> {
  await respondToMember(
    interaction,
    'private',
    async () => {
      const text = interaction.fields.getTextInputValue(disputeInput).trim();
      if (text === '') {
        const empty = 'Please say in a few words what is wrong; nothing was noted.';
        return noticeReply(empty);
      }
      const found = await recordFor(interaction, id, parts);
      if (isReply(found)) return found;
      await parts.state.feedback.dispute({ record: id, member: interaction.user.id, text, at: parts.now() });
      const noted =
        interaction.guildId === null
          ? 'Thank you: your dispute was noted for whoever looks after the documents.'
          : "Thank you: your dispute was noted for this server's moderators.";
      return noticeReply(noted);
    },
    parts,
  );
}
