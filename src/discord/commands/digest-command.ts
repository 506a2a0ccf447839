import { ApplicationCommandOptionType, ApplicationCommandType, PermissionFlagsBits } from 'discord.js';
import { digestThread } from '../answering/digest-thread.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { SlashCommand } from './command.js';
import { described } from './described.js';
import { inServers } from './reach.js';

/** What it takes to read a thread back, for whoever asks and for the bot. Discord says with the command who has it. */
const reading = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory];

export const digestCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'digest',
    ...described(({ digest }) => digest.what),
    ...inServers,
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        ...described(({ digest }) => digest.private),
      },
    ],
  },
  async execute(interaction, parts) {
    await respondToAsker(
      interaction,
      interaction.options.getBoolean('private') ?? true,
      async ({ asker, isPrivate, words }, { signal }) => {
        const { digest } = words.notices;
        const { channel, memberPermissions, appPermissions } = interaction;
        if (channel === null) return noticeReply(digest.serverNotThere, 'problem');
        if (!channel.isThread()) return noticeReply(digest.threadsOnly);
        if (memberPermissions?.has(reading) !== true) return noticeReply(digest.notForYou);
        const mayRead = appPermissions.has(reading);
        return digestThread({ thread: channel, mayRead, asker, isPrivate, words }, parts, signal);
      },
      parts,
    );
  },
} satisfies SlashCommand;
