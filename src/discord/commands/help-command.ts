import { ApplicationCommandType, type ChatInputCommandInteraction } from 'discord.js';
import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';
import { mayModerate } from '../moderating/may-moderate.js';
import { appearanceOf, askingOf } from '../place.js';
import { respondTo } from '../replying/respond.js';
import { writeHelp } from '../writing/write-help.js';
import type { SlashCommand } from './command.js';
import { described } from './described.js';
import { everywhere } from './reach.js';

/** Help must not fail over settings that cannot be read: it says then what it says to everybody. */
async function isModerator(
  interaction: ChatInputCommandInteraction,
  { settings, log }: Pick<BotParts, 'settings' | 'log'>,
): Promise<boolean> {
  try {
    return await mayModerate(interaction, settings);
  } catch (error) {
    log.error(describeError(error), 'the settings of a server could not be read; help was given as to a member');
    return false;
  }
}

export const helpCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    ...described(({ help }) => help.what),
    ...everywhere,
  },
  async execute(interaction, parts) {
    const asking = askingOf(interaction, true);
    await respondTo(
      interaction,
      appearanceOf(asking),
      async (words) => {
        const forModerators = await isModerator(interaction, parts);
        const options = { examples: parts.examples(), forModerators, layout: 'embed', words } as const;
        return { messages: [writeHelp(options)], record: null };
      },
      parts,
    );
  },
} satisfies SlashCommand;
