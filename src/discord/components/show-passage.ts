import type { ButtonInteraction } from 'discord.js';
import { passageAround } from '../answering/passage-around.js';
import { respondToMember } from '../answering/within-quota.js';
import type { BotParts } from '../bot-parts.js';
import { noticeReply } from '../replying/notice-reply.js';
import { shownCitations } from '../writing/shown-citations.js';
import { writePassage } from '../writing/write-passage.js';
import { isReply, recordFor } from './record-for.js';

/** The quote in its paragraph, for whoever pressed; pressed on such a view, it pages in place. */
export async function showPassage(
  interaction: ButtonInteraction,
  { record: id, index, isPaging }: { readonly record: string; readonly index: number; readonly isPaging: boolean },
  parts: BotParts,
): Promise<void> {
  await respondToMember(
    interaction,
    isPaging ? 'update' : 'private',
    async (words) => {
      const found = await recordFor(interaction, id, words, parts);
      if (isReply(found)) return found;
      const citations = shownCitations(found.result);
      const citation = citations[index];
      if (citation === undefined) return noticeReply(words.notices.noPassage);
      const view = passageAround(await parts.desk.generations(interaction.guildId), citation);
      const isNearest = found.result.kind === 'answer' && found.result.answer.outcome === 'declined';
      const options = { record: id, index, count: citations.length, isNearest, layout: 'embed', words } as const;
      return { messages: [writePassage(view, options)], record: null };
    },
    parts,
  );
}
