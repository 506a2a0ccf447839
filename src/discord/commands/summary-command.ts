import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { SummaryLength } from '../../types.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import { sectionChoices } from '../answering/section-choices.js';
import { summarizeForMember } from '../answering/summarize-for-member.js';
import { wordsHere } from '../wording/words-here.js';
import type { SlashCommand } from './command.js';
import { described, named } from './described.js';
import { everywhere } from './reach.js';

const longestSection = 100;
const longestFocus = 200;

export const summaryCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'summary',
    ...described(({ summary }) => summary.what),
    ...everywhere,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'section',
        ...described(({ summary }) => summary.section),
        autocomplete: true,
        max_length: longestSection,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'length',
        ...described(({ summary }) => summary.length),
        choices: [
          { ...named(({ summary }) => summary.lengths.short), value: 'short' },
          { ...named(({ summary }) => summary.lengths.medium), value: 'medium' },
          { ...named(({ summary }) => summary.lengths.long), value: 'long' },
        ],
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'focus',
        ...described(({ summary }) => summary.focus),
        max_length: longestFocus,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        ...described(({ summary }) => summary.private),
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
      (asking, meanwhile) => summarizeForMember({ ...asking, ...request }, parts, meanwhile),
      parts,
    );
  },
  async complete(interaction, parts) {
    const generations = await parts.desk.generations(interaction.guildId);
    return sectionChoices(generations, interaction.options.getFocused(), await wordsHere(interaction, parts));
  },
} satisfies SlashCommand;
