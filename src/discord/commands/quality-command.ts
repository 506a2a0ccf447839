import { ApplicationCommandType } from 'discord.js';
import { searchedTogether } from '../learning/quality-measuring.js';
import { respondTo } from '../replying/respond.js';
import { writeQuality } from '../writing/write-quality.js';
import type { SlashCommand } from './command.js';
import { described } from './described.js';
import { everywhere } from './reach.js';

const days = 30;
const day = 24 * 3_600_000;

export const qualityCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'quality',
    ...described(({ quality }) => quality.what),
    ...everywhere,
  },
  async execute(interaction, parts) {
    await respondTo(
      interaction,
      'private',
      async (words) => {
        const { guildId: guild } = interaction;
        const { quality, records } = parts.state;
        // The shared figures stand in where a server has none of its own.
        const own = guild === null ? null : await quality.latest(guild);
        const measured = own ?? (await quality.latest(null));
        const live = searchedTogether(await parts.desk.generations(guild));
        const asked = guild === null ? null : await records.figures({ guild, since: parts.now() - days * day });
        const view = { measured, isCurrent: measured?.generation === live, asked, days };
        return { messages: [writeQuality(view, words)], record: null };
      },
      parts,
    );
  },
} satisfies SlashCommand;
