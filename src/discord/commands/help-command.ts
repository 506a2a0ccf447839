import { ApplicationCommandType } from 'discord.js';
import { appearanceOf, askingOf } from '../place.js';
import { respondTo } from '../replying/respond.js';
import { writeHelp } from '../writing/write-help.js';
import type { SlashCommand } from './command.js';
import { everywhere } from './reach.js';

export const helpCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    description: 'What Parley does, with three questions to try.',
    ...everywhere,
  },
  async execute(interaction, parts) {
    const asking = askingOf(interaction, true);
    await respondTo(
      interaction,
      appearanceOf(asking),
      async () => ({ messages: [writeHelp({ examples: parts.examples(), layout: 'embed' })], record: null }),
      parts,
    );
  },
} satisfies SlashCommand;
