import { ApplicationCommandType } from 'discord.js';
import { checkForMember } from '../answering/check-for-member.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import { textOfMessage } from '../messages/text-of-message.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { MessageCommand } from './command.js';
import { everywhere } from './reach.js';

export const checkMenu = {
  data: {
    type: ApplicationCommandType.Message,
    name: 'Check against the documents',
    ...everywhere,
  },
  async execute(interaction, parts) {
    await respondToAsker(
      interaction,
      true,
      async (asking, meanwhile) => {
        const text = textOfMessage(interaction.targetMessage, asking);
        if (text === '') return noticeReply(asking.words.notices.nothingToCheck);
        return checkForMember({ ...asking, text }, parts, meanwhile);
      },
      parts,
    );
  },
} satisfies MessageCommand;
