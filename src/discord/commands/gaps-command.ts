import { ApplicationCommandOptionType, ApplicationCommandType, PermissionFlagsBits } from 'discord.js';
import { findGaps } from '../learning/find-gaps.js';
import { respondWithProgress } from '../moderating/respond-with-progress.js';
import { noticeReply } from '../replying/notice-reply.js';
import { writeGaps } from '../writing/for-moderators/write-gaps.js';
import { writeNotice } from '../writing/write-notice.js';
import type { SlashCommand } from './command.js';
import { inServers } from './reach.js';

/** As long as questions are kept. */
const mostDays = 30;

const overdue =
  'Members asked without a pause, and their questions go first. What was read so far is remembered: please use /gaps again.';
const stopping = 'I am being restarted, so this is not done. Please use /gaps again in a moment.';

const grouped = new Intl.NumberFormat('en');

export const gapsCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'gaps',
    description: 'What members asked and the documents do not answer, together by what it asks.',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    ...inServers,
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'days',
        description: 'How far back; 30 when you say nothing.',
        min_value: 1,
        max_value: mostDays,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'csv',
        description: 'Attach all questions as a file for a spreadsheet.',
      },
    ],
  },
  async execute(interaction, parts) {
    const days = interaction.options.getInteger('days') ?? mostDays;
    const hasCsv = interaction.options.getBoolean('csv') ?? false;
    const late = new AbortController();
    const signal = AbortSignal.any([parts.givingUp, late.signal]);
    await respondWithProgress(
      interaction,
      'private',
      async ({ guild, user }, show) => {
        const onProgress = (done: number, total: number): void =>
          show(() =>
            writeNotice(`Reading what was asked: ${grouped.format(done)} of ${grouped.format(total)}…`, 'notice'),
          );
        try {
          const { gaps, isCut } = await findGaps({ guild, user, days }, onProgress, parts, signal);
          return { reply: { messages: writeGaps(gaps, { days, isCut, hasCsv }), record: null }, told: null };
        } catch (error) {
          if (!signal.aborted) throw error;
          return { reply: noticeReply(late.signal.aborted ? overdue : stopping, 'problem'), told: null };
        }
      },
      parts,
      { onOverdue: () => late.abort() },
    );
  },
} satisfies SlashCommand;
