import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js';
import type { ShownRecord } from '../../state/seams/records.js';
import type { BotParts } from '../bot-parts.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import type { Words } from '../wording/words.js';

/**
 * The record that a button or form acts on, or what to say when there is none: it is gone, or not for the eyes of
 * whoever pressed. The two are told alike, so that nobody learns what others asked in private.
 */
export async function recordFor(
  { guildId, user }: Pick<ButtonInteraction | ModalSubmitInteraction, 'guildId' | 'user'>,
  id: string,
  { notices }: Words,
  { state, keptDays }: Pick<BotParts, 'state' | 'keptDays'>,
): Promise<ShownRecord | Reply> {
  const record = await state.records.find(id);
  const isTheirs = record !== null && record.guild === guildId && (!record.isPrivate || record.asker === user.id);
  if (isTheirs && (guildId !== null || record.asker === user.id)) return record;
  return noticeReply(notices.gone(keptDays.questions));
}

export function isReply(found: ShownRecord | Reply): found is Reply {
  return 'messages' in found;
}
