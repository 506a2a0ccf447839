import { type ButtonInteraction, MessageFlags } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import type { Appearance } from '../replying/answerable.js';
import { noticeReply } from '../replying/notice-reply.js';
import { respondTo } from '../replying/respond.js';
import { writeDeleted } from '../writing/write-privacy.js';

/** In place of the question, which only its member saw; what others see is never written over. */
function appearanceFor({ message }: ButtonInteraction): Appearance {
  return message.flags.has(MessageFlags.Ephemeral) ? 'update' : 'private';
}

/** Deletes what is kept about whoever pressed, and nothing of anybody else. */
export async function deletePersonalData(interaction: ButtonInteraction, parts: BotParts): Promise<void> {
  const { state, forgottenUses, questionVectors, keptDays, now } = parts;
  const member = interaction.user.id;
  await respondTo(
    interaction,
    appearanceFor(interaction),
    async (words) => {
      const counts = await state.personal.counts(member);
      const uses = await state.personal.uses(member);
      await state.personal.forget(member);
      questionVectors.forget();
      forgottenUses.note(member, uses, now());
      return { messages: [writeDeleted(counts, keptDays, words)], record: null };
    },
    parts,
  );
}

export async function keepPersonalData(interaction: ButtonInteraction, parts: BotParts): Promise<void> {
  await respondTo(
    interaction,
    appearanceFor(interaction),
    async (words) => noticeReply(words.privacy.nothingDeleted),
    parts,
  );
}
