import { ApplicationCommandOptionType, ApplicationCommandType, type ChatInputCommandInteraction } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { personalFile } from '../privacy/personal-file.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { respondTo } from '../replying/respond.js';
import type { Words } from '../wording/words.js';
import { writeDeletion, writePersonalData } from '../writing/write-privacy.js';
import type { SlashCommand } from './command.js';
import { described } from './described.js';
import { everywhere } from './reach.js';

async function exportData(
  interaction: ChatInputCommandInteraction,
  { privacy }: Words,
  parts: BotParts,
): Promise<Reply> {
  const member = interaction.user.id;
  const here = interaction.guildId;
  const { attachmentSizeLimit: largest } = interaction;
  const facts = { member, here, now: parts.now(), days: parts.keptDays, largest, about: privacy.fileNote };
  const file = await personalFile(await parts.state.personal.of(member), facts);
  if (file === null) return noticeReply(privacy.tooLarge, 'problem');
  const { messages } = noticeReply(privacy.exported);
  return { messages: messages.map((message) => ({ ...message, files: [file] })), record: null };
}

/** For everybody, everywhere, and seen by nobody else. It counts against no quota: whoever is over one may ask this too. */
export const privacyCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'privacy',
    ...described(({ privacy }) => privacy.what),
    ...everywhere,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'show',
        ...described(({ privacy }) => privacy.show),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'export',
        ...described(({ privacy }) => privacy.export),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'delete',
        ...described(({ privacy }) => privacy.delete),
      },
    ],
  },
  async execute(interaction, parts) {
    const { keptDays, state } = parts;
    await respondTo(
      interaction,
      'private',
      async (words) => {
        const subcommand = interaction.options.getSubcommand();
        if (subcommand === 'export') return exportData(interaction, words, parts);
        const write = subcommand === 'delete' ? writeDeletion : writePersonalData;
        const counts = await state.personal.counts(interaction.user.id);
        return { messages: [write(counts, keptDays, words)], record: null };
      },
      parts,
    );
  },
} satisfies SlashCommand;
