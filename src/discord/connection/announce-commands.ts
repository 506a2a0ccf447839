import type { REST } from 'discord.js';
import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';
import { commandDefinitions } from '../commands/all-commands.js';
import { retrying } from '../replying/retrying.js';
import { registerIfChanged } from './register-if-changed.js';

/** Tells Discord the commands when they changed. The bot answers with the old ones, should that fail. */
export async function announceCommands(
  rest: REST,
  applicationId: string,
  parts: Pick<BotParts, 'state' | 'wait' | 'log'>,
  say: (line: string) => void,
): Promise<void> {
  const registration = { rest, applicationId, definitions: commandDefinitions, facts: parts.state.facts };
  try {
    const outcome = await retrying(() => registerIfChanged(registration), parts);
    if (outcome === 'registered') say(`Registered ${commandDefinitions.length} commands with Discord.`);
  } catch (error) {
    parts.log.error(describeError(error), 'the commands were not registered');
    say('Discord did not take the commands; `npm run deploy-commands` tries again.');
  }
}
