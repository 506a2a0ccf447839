import type { ButtonInteraction } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { inTime } from '../in-time.js';
import { recordOfItem, reviewPage } from '../learning/review-page.js';
import { acceptItem, rejectItem } from '../learning/settle-item.js';
import { mayModerate } from '../moderating/may-moderate.js';
import { respondToModerator } from '../moderating/respond-to-moderator.js';
import { openForm } from '../replying/open-form.js';
import { citationsOf } from '../writing/citations-of.js';
import { acceptForm } from '../writing/for-moderators/accept-form.js';

/** A form must open within three seconds; whatever it is made from is read within one, or it does not open. */
const formPatienceMs = 1000;

/** The form for an open item that cites something, for a moderator; `null` for everything else. */
async function formFor(interaction: ButtonInteraction, number: number, parts: BotParts) {
  const { guildId } = interaction;
  if (guildId === null || !(await mayModerate(interaction, parts.settings))) return null;
  const item = await parts.state.reviews.find(guildId, number);
  if (item?.state !== 'open') return null;
  const record = await recordOfItem(item, parts);
  const citations = record === null ? 0 : citationsOf(record.result).length;
  return citations === 0 ? null : acceptForm({ item: number, citations });
}

/** Opens the form; an item that cites nothing there could be a note on is accepted at once. */
export async function openAcceptForm(interaction: ButtonInteraction, number: number, parts: BotParts): Promise<void> {
  const form = await inTime(formFor(interaction, number, parts), formPatienceMs);
  if (form !== null) {
    await openForm(interaction, form, parts);
    return;
  }
  await respondToModerator(
    interaction,
    'update',
    async ({ guild, user }) => {
      // It may only have taken too long: then nothing is decided in the moderator's name.
      const isFormWanted = (await formFor(interaction, number, parts)) !== null;
      const notice = isFormWanted
        ? `The form for item ${number} took too long to open. Please press Accept again.`
        : await acceptItem({ guild, user }, number, null, parts);
      return reviewPage({ guild, user }, { after: number - 1, notice }, parts);
    },
    parts,
  );
}

export async function rejectReviewItem(interaction: ButtonInteraction, number: number, parts: BotParts): Promise<void> {
  await respondToModerator(
    interaction,
    'update',
    async ({ guild, user }) => {
      const notice = await rejectItem({ guild, user }, number, parts);
      return reviewPage({ guild, user }, { after: number - 1, notice }, parts);
    },
    parts,
  );
}

export async function showNextItem(interaction: ButtonInteraction, number: number, parts: BotParts): Promise<void> {
  await respondToModerator(
    interaction,
    'update',
    (moderator) => reviewPage(moderator, { after: number }, parts),
    parts,
  );
}
