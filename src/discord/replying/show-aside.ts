import { MessageFlags } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';
import type { Answerable, Appearance } from './answerable.js';
import type { Reply } from './reply.js';
import { retrying } from './retrying.js';

/**
 * Shows whoever acted something that nobody else sees, although its acknowledgement promised more: the place that was
 * held for a public answer is taken away, and a message whose button was pressed stays as it is.
 */
export async function showAside(
  interaction: Answerable,
  appearance: Appearance,
  { messages }: Reply,
  parts: BotParts,
): Promise<void> {
  if (appearance === 'public') {
    // Before the rest: while Discord waits for the public answer, it takes a further message for that.
    await retrying(() => interaction.deleteReply(), parts).catch((error: unknown) => {
      // Somebody deleted it already.
      if (discordErrorAction(error).do !== 'drop') throw error;
    });
  }
  for (const message of messages) await interaction.followUp({ ...message, flags: MessageFlags.Ephemeral });
}
