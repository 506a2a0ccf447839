import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { checkForMember } from '../answering/check-for-member.js';
import { textOfMessage } from '../messages/text-of-message.js';
import { askingOf } from '../place.js';
import { noticeReply } from '../replying/notice-reply.js';
import { respondTo } from '../replying/respond.js';
import type { MessageCommand } from './command.js';

export const checkMenu = {
  data: {
    type: ApplicationCommandType.Message,
    name: 'Check against the documents',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async execute(interaction, parts) {
    const asking = askingOf(interaction, true);
    await respondTo(
      interaction,
      asking.isPrivate ? 'private' : 'public',
      async (signal) => {
        const text = textOfMessage(interaction.targetMessage, asking);
        if (text === '') return noticeReply('There is no text in this message that I could check.');
        return checkForMember({ ...asking, text }, parts, signal);
      },
      parts,
    );
  },
} satisfies MessageCommand;
