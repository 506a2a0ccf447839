import type { ButtonInteraction } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { cancelQuestion } from '../moderating/reindexing/call-off.js';
import { collectionsFor } from '../moderating/reindexing/plan-reindex.js';

/** *Cancel* beside *Publish*. What is staged stays staged. */
export function cancelPublish(interaction: ButtonInteraction, parts: BotParts): Promise<void> {
  const { guildId } = interaction;
  const collections = guildId === null ? [] : collectionsFor(guildId, parts);
  return cancelQuestion(interaction, { collections, line: 'Cancelled: nothing was published.' }, parts);
}
