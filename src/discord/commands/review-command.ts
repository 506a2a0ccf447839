import { ApplicationCommandOptionType, ApplicationCommandType, PermissionFlagsBits } from 'discord.js';
import { notesPage } from '../learning/notes-page.js';
import { reviewPage } from '../learning/review-page.js';
import { respondToModerator } from '../moderating/respond-to-moderator.js';
import type { SlashCommand } from './command.js';
import { inServers } from './reach.js';

export const reviewCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'review',
    description: 'What members found wrong, one by one: accept or reject it.',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    ...inServers,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'show',
        description: 'What is open, unless you say something else.',
        choices: [
          { name: 'What is open', value: 'open' },
          { name: 'Notes and golden questions, to withdraw', value: 'notes' },
        ],
      },
    ],
  },
  async execute(interaction, parts) {
    const showsNotes = interaction.options.getString('show') === 'notes';
    await respondToModerator(
      interaction,
      'private',
      (moderator) => (showsNotes ? notesPage(moderator.guild, {}, parts) : reviewPage(moderator, {}, parts)),
      parts,
    );
  },
} satisfies SlashCommand;
