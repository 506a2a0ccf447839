import type {
  APIModalInteractionResponseCallbackData,
  ButtonInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { settleError } from './settle-error.js';

/** Opens a form, which is an acknowledgement by itself: nothing may be awaited before. */
export async function openForm(
  interaction: ButtonInteraction | MessageContextMenuCommandInteraction,
  form: APIModalInteractionResponseCallbackData,
  parts: BotParts,
): Promise<void> {
  try {
    await interaction.showModal(form);
  } catch (error) {
    settleError(error, 'acknowledge', interaction.channelId, parts);
  }
}
