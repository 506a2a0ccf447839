import type { ModalSubmitInteraction } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { reviewPage } from '../learning/review-page.js';
import { acceptItem } from '../learning/settle-item.js';
import { respondToModerator } from '../moderating/respond-to-moderator.js';
import { citationInput, noteInput } from '../writing/for-moderators/accept-form.js';

/** As it was typed; empty for an input that the form did not have. */
function typed({ fields }: ModalSubmitInteraction, input: string): string {
  return fields.fields.has(input) ? fields.getTextInputValue(input) : '';
}

/** Settles an item as its form says, and shows the next one in its place. */
export async function takeAcceptance(
  interaction: ModalSubmitInteraction,
  number: number,
  parts: BotParts,
): Promise<void> {
  await respondToModerator(
    interaction,
    'update',
    async ({ guild, user }) => {
      // A single citation is not asked for.
      const filledIn = { note: typed(interaction, noteInput), citation: typed(interaction, citationInput) || '1' };
      const notice = await acceptItem({ guild, user }, number, filledIn, parts);
      return reviewPage({ guild, user }, { after: number - 1, notice }, parts);
    },
    parts,
  );
}
