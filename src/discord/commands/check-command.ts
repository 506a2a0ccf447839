import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { checkForMember } from '../answering/check-for-member.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import type { SlashCommand } from './command.js';
import { everywhere } from './reach.js';

const longestClaim = 2000;

export const checkCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'check',
    description: 'Hold a claim against the documents. Only you see the outcome; you can share it.',
    ...everywhere,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'claim',
        description: 'One or more statements, such as “the talks lasted 15 hours”.',
        required: true,
        max_length: longestClaim,
      },
    ],
  },
  async execute(interaction, parts) {
    const claim = interaction.options.getString('claim', true);
    await respondToAsker(
      interaction,
      true,
      (asking, ...waiting) => checkForMember({ ...asking, text: claim }, parts, ...waiting),
      parts,
    );
  },
} satisfies SlashCommand;
