import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { answerMember } from '../answering/answer-member.js';
import { textOfMessage } from '../messages/text-of-message.js';
import { askingOf } from '../place.js';
import { noticeReply } from '../replying/notice-reply.js';
import { respondTo } from '../replying/respond.js';
import { settleError } from '../replying/settle-error.js';
import { followUpForm } from '../writing/follow-up-form.js';
import type { MessageCommand } from './command.js';

/** Somebody's message is taken for a question. Only whoever pressed sees the answer: nobody else asked for it. */
export const askMenu = {
  data: {
    type: ApplicationCommandType.Message,
    name: 'Ask about this',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async execute(interaction, parts) {
    const target = interaction.targetMessage;
    if (target.author.id === interaction.client.user.id) {
      // Its own answer is nothing to ask about by itself: what is wanted is a further question.
      try {
        await interaction.showModal(followUpForm(target.id));
      } catch (error) {
        settleError(error, 'acknowledge', interaction.channelId, parts);
      }
      return;
    }
    const asking = askingOf(interaction, true);
    await respondTo(
      interaction,
      asking.isPrivate ? 'private' : 'public',
      async (signal) => {
        const question = textOfMessage(target, asking);
        if (question === '')
          return noticeReply('There is no text in this message that I could ask the documents about.');
        return answerMember({ ...asking, question, isEchoed: true, layout: 'embed' }, parts, signal);
      },
      parts,
    );
  },
} satisfies MessageCommand;
