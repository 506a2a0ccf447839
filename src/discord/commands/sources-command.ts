import { ApplicationCommandType } from 'discord.js';
import { appearanceOf, askingOf } from '../place.js';
import { respondTo } from '../replying/respond.js';
import { writeSources } from '../writing/write-sources.js';
import type { SlashCommand } from './command.js';
import { everywhere } from './reach.js';

export const sourcesCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'sources',
    description: 'The documents that answers come from: publisher, date and size.',
    ...everywhere,
  },
  async execute(interaction, parts) {
    const asking = askingOf(interaction, true);
    await respondTo(
      interaction,
      appearanceOf(asking),
      async () => {
        const generations = await parts.desk.generations(interaction.guildId);
        const documents = generations.flatMap((generation) => generation.documents);
        const listed = documents.map(({ id: document, metadata: { title, publisher, date, url }, length }) => ({
          id: document,
          title,
          publisher,
          date,
          url,
          characters: length,
        }));
        const indexes = generations.map(({ id, manifest }) => ({ generation: id, createdAt: manifest.createdAt }));
        const options = { indexes, layout: 'embed' } as const;
        return { messages: writeSources(listed, options), record: null };
      },
      parts,
    );
  },
} satisfies SlashCommand;
