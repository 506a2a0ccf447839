import { ApplicationCommandOptionType, ApplicationCommandType, PermissionFlagsBits } from 'discord.js';
import { digestThread } from '../answering/digest-thread.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { SlashCommand } from './command.js';
import { inServers } from './reach.js';

/** What it takes to read a thread back, for whoever asks and for the bot. Discord says with the command who has it. */
const reading = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory];

const notThere =
  'Discord does not show me this server just now, so I cannot read what was said here. Please try again in a few minutes.';
const notForYou = 'You may not read back what was said in this thread, so I do not show you a digest of it.';

export const digestCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'digest',
    description: 'In a thread: what members said in it, beside what the documents say.',
    ...inServers,
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Only you see the digest, unless you say no here.',
      },
    ],
  },
  async execute(interaction, parts) {
    await respondToAsker(
      interaction,
      interaction.options.getBoolean('private') ?? true,
      async ({ asker, isPrivate }, signal) => {
        const { channel, memberPermissions, appPermissions } = interaction;
        if (channel === null) return noticeReply(notThere, 'problem');
        if (!channel.isThread()) return noticeReply('A digest is made of a thread: please use /digest inside one.');
        if (memberPermissions?.has(reading) !== true) return noticeReply(notForYou);
        const mayRead = appPermissions.has(reading);
        return digestThread({ thread: channel, mayRead, asker, isPrivate }, parts, signal);
      },
      parts,
    );
  },
} satisfies SlashCommand;
