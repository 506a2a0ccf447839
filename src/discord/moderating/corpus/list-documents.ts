import type { ChatInputCommandInteraction } from 'discord.js';
import type { BotParts } from '../../bot-parts.js';
import { writeCorpusList } from '../../writing/for-moderators/write-corpus.js';
import { respondPlainly } from './respond-plainly.js';
import { documentsOfServer, sharedDocuments } from './server-documents.js';

/** `/corpus list`: what this server has and has staged, and what all servers see. */
export async function listDocuments(interaction: ChatInputCommandInteraction, parts: BotParts): Promise<void> {
  await respondPlainly(
    interaction,
    async ({ guild }) => {
      const own = await documentsOfServer(guild, parts);
      const shared = await sharedDocuments(parts);
      const messages = writeCorpusList({ own, shared, isHome: parts.isHome(guild) });
      return { reply: { messages, record: null }, told: null };
    },
    parts,
  );
}
