import type { AutocompleteInteraction } from 'discord.js';
import { expect, it } from 'vitest';
import type { BotParts } from '#src/discord/bot-parts.js';
import { createOnInteraction } from '#src/discord/on-interaction.js';
import { recordingLog } from './connection/recording-log.js';

it('a list of choices that cannot be made is logged, and ends nothing else', async () => {
  const log = recordingLog();
  const parts = {
    log,
    desk: {
      generations(): never {
        throw new Error('The index is gone.');
      },
    },
  } as unknown as BotParts;
  const typing = {
    isAutocomplete: () => true,
    commandName: 'summary',
    channelId: '1017654321098765432',
    options: { getFocused: () => 'gen' },
    respond: async () => undefined,
  } as unknown as AutocompleteInteraction;
  await createOnInteraction(parts)(typing);
  expect(log.lines).toMatchObject([{ level: 'error', facts: { message: 'The index is gone.' } }]);
});
