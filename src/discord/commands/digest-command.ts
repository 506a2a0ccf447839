import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { digestThread } from '../answering/digest-thread.js';
import { askingOf } from '../place.js';
import { respondTo } from '../replying/respond.js';
import { writeNotice } from '../writing/write-notice.js';
import type { SlashCommand } from './command.js';

export const digestCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'digest',
    description: 'In a thread: what members said in it, beside what the documents say.',
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Only you see the digest, unless you say no here.',
      },
    ],
  },
  async execute(interaction, parts) {
    const { isPrivate } = askingOf(interaction, interaction.options.getBoolean('private') ?? true);
    const { channel } = interaction;
    await respondTo(
      interaction,
      isPrivate ? 'private' : 'public',
      async () =>
        channel?.isThread() === true
          ? digestThread(channel, parts)
          : {
              messages: [writeNotice('A digest is made of a thread: please use /digest inside one.', 'notice')],
              record: null,
            },
      parts,
    );
  },
} satisfies SlashCommand;
