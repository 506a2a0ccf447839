import { ApplicationCommandType } from 'discord.js';
import { appearanceOf, askingOf } from '../place.js';
import { respondTo } from '../replying/respond.js';
import { writeSources } from '../writing/write-sources.js';
import type { SlashCommand } from './command.js';
import { described } from './described.js';
import { everywhere } from './reach.js';

export const sourcesCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'sources',
    ...described(({ sources }) => sources.what),
    ...everywhere,
  },
  async execute(interaction, parts) {
    const asking = askingOf(interaction, true);
    await respondTo(
      interaction,
      appearanceOf(asking),
      async (words) => {
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
        const options = { indexes, layout: 'embed', words } as const;
        return { messages: writeSources(listed, options), record: null };
      },
      parts,
    );
  },
} satisfies SlashCommand;
