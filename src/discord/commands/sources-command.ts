import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { askingOf } from '../place.js';
import { respondTo } from '../replying/respond.js';
import { writeSources } from '../writing/write-sources.js';
import type { SlashCommand } from './command.js';

export const sourcesCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'sources',
    description: 'The documents that answers come from: publisher, date and size.',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async execute(interaction, parts) {
    const { isPrivate } = askingOf(interaction, true);
    await respondTo(
      interaction,
      isPrivate ? 'private' : 'public',
      async () => {
        const { id, manifest, documents } = parts.desk.generation;
        const listed = documents.map(({ id: document, metadata: { title, publisher, date, url }, length }) => ({
          id: document,
          title,
          publisher,
          date,
          url,
          characters: length,
        }));
        const options = { generation: id, createdAt: manifest.createdAt, layout: 'embed' } as const;
        return { messages: writeSources(listed, options), record: null };
      },
      parts,
    );
  },
} satisfies SlashCommand;
