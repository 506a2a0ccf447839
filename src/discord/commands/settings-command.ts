import { ApplicationCommandType, type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { type ChangedSetting, changeSettings } from '../moderating/change-settings.js';
import { inNames } from '../moderating/in-names.js';
import { requestedChanges } from '../moderating/requested-changes.js';
import { type Moderator, respondToModerator } from '../moderating/respond-to-moderator.js';
import { tellIn, tellModerators } from '../moderating/tell-moderators.js';
import { viewSettings } from '../moderating/view-settings.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { writeChanges, writeSettings } from '../writing/for-moderators/write-settings.js';
import type { SlashCommand } from './command.js';
import { inServers } from './reach.js';
import { settingsOptions } from './settings-options.js';

/** What moderators are told of the changes, once they are made. */
async function tellOfChanges(
  { user, guildId }: ChatInputCommandInteraction,
  changes: readonly ChangedSetting[],
  logBefore: string | null,
  parts: BotParts,
): Promise<void> {
  if (changes.length === 0 || guildId === null) return;
  const told = changes.map(({ subject, before, after }) => `${subject}: ${before} → ${after}`).join('; ');
  const text = `@${user.username} changed settings. ${told}`;
  await tellModerators(guildId, text, parts);
  // Whoever reads the log must not lose it without a word.
  const logNow = parts.settings.known(guildId)?.logChannel;
  if (logBefore !== null && logBefore !== logNow) await tellIn(guildId, logBefore, text, parts);
}

export const settingsCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'settings',
    description: 'For moderators: where Parley answers, who may moderate, quotas, and where the log goes.',
    ...inServers,
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: settingsOptions,
  },
  async execute(interaction, parts) {
    const { guild, user } = interaction;
    const named = ({ subject, before, after }: ChangedSetting): ChangedSetting => ({
      subject: inNames(subject, guild, user.id),
      before: inNames(before, guild, user.id),
      after: inNames(after, guild, user.id),
    });
    let changes: readonly ChangedSetting[] = [];
    let logBefore: string | null = null;

    async function show(moderator: Moderator): Promise<Reply> {
      const settings = await parts.state.settings.of(moderator.guild);
      return { messages: writeSettings(viewSettings(settings, guild, user.id)), record: null };
    }

    async function change(moderator: Moderator): Promise<Reply> {
      logBefore = (await parts.settings.of(moderator.guild)).logChannel;
      const done = await changeSettings(moderator, (current) => requestedChanges(interaction, current), parts);
      if ('refusal' in done) return noticeReply(done.refusal);
      changes = done.changed.map(named);
      return { messages: writeChanges(changes, done.hints), record: null };
    }

    const isShown = interaction.options.getSubcommand() === 'show';
    await respondToModerator(interaction, 'private', isShown ? show : change, parts);
    await tellOfChanges(interaction, changes, logBefore, parts);
  },
} satisfies SlashCommand;
