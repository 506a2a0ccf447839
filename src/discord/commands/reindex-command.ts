import { ApplicationCommandOptionType, ApplicationCommandType, PermissionFlagsBits } from 'discord.js';
import { askRollback } from '../moderating/reindexing/ask-rollback.js';
import { previewReindex } from '../moderating/reindexing/preview-reindex.js';
import { runReindex } from '../moderating/reindexing/run-reindex.js';
import { completeGeneration, showHistory } from '../moderating/reindexing/show-history.js';
import { showStatus } from '../moderating/reindexing/show-status.js';
import type { SlashCommand } from './command.js';
import { inServers } from './reach.js';

const longestGeneration = 100;

export const reindexCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'reindex',
    description: 'For moderators: bring what was added or changed into the answers, or take it back.',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    ...inServers,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'preview',
        description: 'What would change, which answers would be others, and what is suspicious; nothing goes live.',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'run',
        description: 'Publish what is staged or changed, after you have confirmed it.',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'status',
        description: 'What is live, what waits, and what is under way.',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'history',
        description: 'The generations that were published, when and by whom.',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'rollback',
        description: 'Make an older generation live again, after you have confirmed it.',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'generation',
            description: 'Which one; the one before the live one when you say nothing.',
            autocomplete: true,
            max_length: longestGeneration,
          },
        ],
      },
    ],
  },
  async execute(interaction, parts) {
    const { options } = interaction;
    switch (options.getSubcommand()) {
      case 'preview':
        return previewReindex(interaction, parts);
      case 'run':
        return runReindex(interaction, parts);
      case 'status':
        return showStatus(interaction, parts);
      case 'history':
        return showHistory(interaction, parts);
      case 'rollback':
        return askRollback(interaction, options.getString('generation'), parts);
      default:
        throw new Error(`/reindex has no subcommand ${options.getSubcommand()}.`);
    }
  },
  complete: completeGeneration,
} satisfies SlashCommand;
