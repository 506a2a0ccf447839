import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { answerMember } from '../answering/answer-member.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import type { SlashCommand } from './command.js';
import { everywhere } from './reach.js';

/** More than anybody asks, and within what `ask` reads. */
const longestQuestion = 2000;

export const askCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: 'Ask the documents; every sentence of the answer is quoted and says where it stands.',
    ...everywhere,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What do you want to know? A follow-up is understood too.',
        required: true,
        max_length: longestQuestion,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Only you see the answer; you can share it afterwards.',
      },
    ],
  },
  async execute(interaction, parts) {
    const question = interaction.options.getString('question', true);
    await respondToAsker(
      interaction,
      interaction.options.getBoolean('private'),
      (asking, ...waiting) => answerMember({ ...asking, question, isEchoed: true, layout: 'embed' }, parts, ...waiting),
      parts,
    );
  },
} satisfies SlashCommand;
