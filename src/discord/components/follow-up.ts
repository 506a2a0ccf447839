import type { ModalSubmitInteraction } from 'discord.js';
import { answerMember } from '../answering/answer-member.js';
import type { BotParts } from '../bot-parts.js';
import { askingOf } from '../place.js';
import { respondTo } from '../replying/respond.js';
import { followUpInput } from '../writing/follow-up-form.js';
import { writeNotice } from '../writing/write-notice.js';

/** The question typed into the form that "Ask about this" opens on one of Parley's own answers. */
export async function takeFollowUp(
  interaction: ModalSubmitInteraction,
  message: string,
  parts: BotParts,
): Promise<void> {
  const asking = askingOf(interaction, true);
  await respondTo(
    interaction,
    asking.isPrivate ? 'private' : 'public',
    async () => {
      const question = interaction.fields.getTextInputValue(followUpInput).trim();
      if (question === '') return { messages: [writeNotice('There was no question.', 'notice')], record: null };
      return answerMember({ ...asking, repliedTo: [message], question, isEchoed: true, layout: 'embed' }, parts);
    },
    parts,
  );
}
