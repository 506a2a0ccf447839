import { ApplicationCommandOptionType, ApplicationCommandType, type ChatInputCommandInteraction } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { personalFile } from '../privacy/personal-file.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { respondTo } from '../replying/respond.js';
import { writeDeletion, writePersonalData } from '../writing/write-privacy.js';
import type { SlashCommand } from './command.js';
import { everywhere } from './reach.js';

const exported =
  'This file holds all that I keep about you. Only you see this message, and Discord does not show it for long: save the file.';
const tooLarge =
  'What I keep about you is more than Discord lets me attach. Please ask whoever runs me for the file, or see /privacy show.';

async function exportData(interaction: ChatInputCommandInteraction, parts: BotParts): Promise<Reply> {
  const member = interaction.user.id;
  const here = interaction.guildId;
  const facts = { member, here, now: parts.now(), days: parts.keptDays, largest: interaction.attachmentSizeLimit };
  const file = await personalFile(await parts.state.personal.of(member), facts);
  if (file === null) return noticeReply(tooLarge, 'problem');
  const { messages } = noticeReply(exported);
  return { messages: messages.map((message) => ({ ...message, files: [file] })), record: null };
}

/** For everybody, everywhere, and seen by nobody else. It counts against no quota: whoever is over one may ask this too. */
export const privacyCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'privacy',
    description: 'What Parley keeps about you: see it, take it with you, delete it.',
    ...everywhere,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'show',
        description: 'What is kept about you, and for how long.',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'export',
        description: 'All that is kept about you, as a file.',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'delete',
        description: 'Deletes what is kept about you, once you have confirmed it.',
      },
    ],
  },
  async execute(interaction, parts) {
    const { keptDays, state } = parts;
    await respondTo(
      interaction,
      'private',
      async () => {
        const subcommand = interaction.options.getSubcommand();
        if (subcommand === 'export') return exportData(interaction, parts);
        const write = subcommand === 'delete' ? writeDeletion : writePersonalData;
        const counts = await state.personal.counts(interaction.user.id);
        return { messages: [write(counts, keptDays)], record: null };
      },
      parts,
    );
  },
} satisfies SlashCommand;
