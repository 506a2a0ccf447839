import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { SummaryLength } from '../../types.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import { sectionChoices } from '../answering/section-choices.js';
import { summarizeForMember } from '../answering/summarize-for-member.js';
import type { SlashCommand } from './command.js';
import { everywhere } from './reach.js';

const longestSection = 100;
const longestFocus = 200;

export const summaryCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'summary',
    description: 'A summary in quoted sentences, each with its place in the document.',
    ...everywhere,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'section',
        description: 'A document or a part of it; choose from the list, or type paragraphs such as 7-19.',
        autocomplete: true,
        max_length: longestSection,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'length',
        description: 'How long it may be; medium when you say nothing.',
        choices: [
          { name: 'short: about 3 points', value: 'short' },
          { name: 'medium: about 6 points', value: 'medium' },
          { name: 'long: about 12 points', value: 'long' },
        ],
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'focus',
        description: 'What you want to read about most, such as “Aleppo”.',
        max_length: longestFocus,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Only you see the summary; you can share it afterwards.',
      },
    ],
  },
  async execute(interaction, parts) {
    const { options } = interaction;
    const request = {
      section: options.getString('section'),
      length: (options.getString('length') ?? 'medium') as SummaryLength,
      focus: options.getString('focus'),
    };
    await respondToAsker(
      interaction,
      options.getBoolean('private'),
      (asking, ...waiting) => summarizeForMember({ ...asking, ...request }, parts, ...waiting),
      parts,
    );
  },
  async complete(interaction, { desk }) {
    return sectionChoices(await desk.generations(interaction.guildId), interaction.options.getFocused());
  },
} satisfies SlashCommand;
