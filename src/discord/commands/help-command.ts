import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { askingOf } from '../place.js';
import { respondTo } from '../replying/respond.js';
import { writeHelp } from '../writing/write-help.js';
import type { SlashCommand } from './command.js';

export const helpCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    description: 'What Parley does, with three questions to try.',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async execute(interaction, parts) {
    const { isPrivate } = askingOf(interaction, true);
    await respondTo(
      interaction,
      isPrivate ? 'private' : 'public',
      async () => ({ messages: [writeHelp({ examples: parts.examples(), layout: 'embed' })], record: null }),
      parts,
    );
  },
} satisfies SlashCommand;
