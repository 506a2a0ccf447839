import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { checkForMember } from '../answering/check-for-member.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import type { SlashCommand } from './command.js';
import { described } from './described.js';
import { everywhere } from './reach.js';

const longestClaim = 2000;

export const checkCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'check',
    ...described(({ check }) => check.what),
    ...everywhere,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'claim',
        ...described(({ check }) => check.claim),
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
      (asking, meanwhile) => checkForMember({ ...asking, text: claim }, parts, meanwhile),
      parts,
    );
  },
} satisfies SlashCommand;
