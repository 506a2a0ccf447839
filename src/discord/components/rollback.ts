import type { ButtonInteraction } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { cancelQuestion } from '../moderating/reindexing/call-off.js';
import { collectionNamed } from '../moderating/reindexing/which-collection.js';
import type { RollbackChoice } from '../writing/for-moderators/reindex-buttons.js';

/** *Cancel* beside *Roll back*. */
export function cancelRollback(
  interaction: ButtonInteraction,
  { collection }: Pick<RollbackChoice, 'collection'>,
  parts: BotParts,
): Promise<void> {
  const { guildId } = interaction;
  const collections = guildId === null ? [] : [collectionNamed(collection, guildId)];
  return cancelQuestion(interaction, { collections, line: 'Cancelled: nothing was rolled back.' }, parts);
}
