import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { answerMember } from '../answering/answer-member.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import type { SlashCommand } from './command.js';
import { described } from './described.js';
import { everywhere } from './reach.js';

/** More than anybody asks, and within what `ask` reads. */
const longestQuestion = 2000;

export const askCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    ...described(({ ask }) => ask.what),
    ...everywhere,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        ...described(({ ask }) => ask.question),
        required: true,
        max_length: longestQuestion,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        ...described(({ ask }) => ask.private),
      },
    ],
  },
  async execute(interaction, parts) {
    const question = interaction.options.getString('question', true);
    await respondToAsker(
      interaction,
      interaction.options.getBoolean('private'),
      (asking, meanwhile) => answerMember({ ...asking, question, isEchoed: true, layout: 'embed' }, parts, meanwhile),
      parts,
    );
  },
} satisfies SlashCommand;
