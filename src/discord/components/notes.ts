import type { ButtonInteraction } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { notesPage } from '../learning/notes-page.js';
import { withdrawRemark } from '../learning/withdraw-remark.js';
import { respondToModerator } from '../moderating/respond-to-moderator.js';

/** Takes back what was accepted then, and shows the next in its place. */
export async function withdrawNote(interaction: ButtonInteraction, at: number, parts: BotParts): Promise<void> {
  await respondToModerator(
    interaction,
    'update',
    async ({ guild, user }) => {
      const notice = await withdrawRemark({ guild, user }, at, parts);
      return notesPage(guild, { before: at, notice }, parts);
    },
    parts,
  );
}

export async function showNextNote(interaction: ButtonInteraction, at: number, parts: BotParts): Promise<void> {
  await respondToModerator(interaction, 'update', ({ guild }) => notesPage(guild, { before: at }, parts), parts);
}
