import type { ModalSubmitInteraction } from 'discord.js';
import { answerMember } from '../answering/answer-member.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import type { BotParts } from '../bot-parts.js';
import { noticeReply } from '../replying/notice-reply.js';
import { followUpInput } from '../writing/follow-up-form.js';

/** The question typed into the form that "Ask about this" opens on one of Parley's own answers. */
export async function takeFollowUp(
  interaction: ModalSubmitInteraction,
  message: string,
  parts: BotParts,
): Promise<void> {
  await respondToAsker(
    interaction,
    true,
    async (asking, meanwhile) => {
      const question = interaction.fields.getTextInputValue(followUpInput).trim();
      if (question === '') return noticeReply(asking.words.notices.noQuestion);
      return answerMember(
        { ...asking, repliedTo: [message], question, isEchoed: true, layout: 'embed' },
        parts,
        meanwhile,
      );
    },
    parts,
  );
}
