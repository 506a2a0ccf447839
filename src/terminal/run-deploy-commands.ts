import { commandDefinitions } from '../discord/commands/all-commands.js';
import { createClient } from '../discord/connection/client.js';
import { registerCommands } from '../discord/connection/register-commands.js';
import { ConfigError, ParleyError, UsageError } from '../errors.js';
import { describeError } from '../redaction.js';
import type { VerbContext } from './verb-context.js';

const snowflake = /^\d{17,20}$/u;

/** `parley deploy-commands`: tells Discord the commands, everywhere or in one server, without starting the bot. */
export async function runDeployCommands(
  { terminal, parley, log }: VerbContext,
  { guild }: { readonly guild?: string },
): Promise<void> {
  const { token, restApi } = parley.config.discord;
  if (token === undefined) {
    throw new ConfigError('DISCORD_TOKEN is not set.', 'Put it into .env; docs/discord.md shows where to find it.');
  }
  if (guild !== undefined && !snowflake.test(guild)) {
    throw new UsageError(
      `“${guild}” is no id of a server.`,
      'Copy it in Discord with a right click on the server’s name.',
    );
  }
  const { rest } = createClient({ restApi });
  rest.setToken(token);
  try {
    const { id } = (await rest.get('/applications/@me')) as { readonly id: string };
    await registerCommands({ rest, applicationId: id, definitions: commandDefinitions, guild });
  } catch (error) {
    log.debug(describeError(error), 'the commands were not registered');
    const { status } = describeError(error);
    if (status === 401)
      throw new ConfigError('Discord refuses DISCORD_TOKEN.', 'Copy it again from the Developer Portal.');
    throw new ParleyError('Discord did not take the commands.', 'Try again in a moment; LOG_LEVEL=debug shows why.', {
      cause: error,
    });
  }
  const where = guild === undefined ? 'everywhere' : `in server ${guild}`;
  terminal.write(`Registered ${commandDefinitions.length} commands ${where}.\n`);
}
