import { RESTJSONErrorCodes, Routes } from 'discord.js';
import { commandDefinitions } from '../discord/commands/all-commands.js';
import { checkToken } from '../discord/connection/check-token.js';
import { createClient } from '../discord/connection/client.js';
import { errorSign } from '../discord/connection/error-sign.js';
import { discordErrorAction } from '../discord/connection/error-table.js';
import { tokenRefused } from '../discord/connection/gateway-refusal.js';
import { registerCommands } from '../discord/connection/register-commands.js';
import { ConfigError, ParleyError, UsageError } from '../errors.js';
import { describeError } from '../redaction.js';
import type { VerbContext } from './verb-context.js';

export interface DeployChoices {
  /** Id of a server; without, the commands are registered everywhere. */
  readonly guild?: string;
  /** Takes the commands of that server away instead. */
  readonly remove?: boolean;
}

const snowflake = /^\d{17,20}$/u;

function checkGuild({ guild, remove = false }: DeployChoices): void {
  if (guild === undefined && remove) {
    throw new UsageError(
      'Without --guild, --remove would leave the bot without any commands.',
      'Name the server whose own commands are to go: --guild ID --remove.',
    );
  }
  if (guild !== undefined && !snowflake.test(guild)) {
    throw new UsageError(
      `“${guild}” is no id of a server.`,
      'In Discord, switch on Settings → Advanced → Developer Mode, then right-click the server → Copy Server ID.',
    );
  }
}

/** The bot is not there, or came without the scope of commands, or nobody is: Discord does not say which. */
function isClosedServer(error: unknown): boolean {
  const { code, status } = (error ?? {}) as { readonly code?: unknown; readonly status?: unknown };
  return (
    status === 403 ||
    status === 404 ||
    code === RESTJSONErrorCodes.MissingAccess ||
    code === RESTJSONErrorCodes.UnknownGuild
  );
}

/** What Discord's error means for whoever ran the command. `guild` is `null` where none was asked for. */
function refusalOf(cause: unknown, guild: string | null): ParleyError {
  const { do: action, because } = discordErrorAction(cause);
  if (action === 'exit') return tokenRefused({ cause });
  if (action === 'retry-later') {
    const remedy = 'Run this again in a moment; if that does not help, check the network of this machine.';
    return new ParleyError(`${because}.`, remedy, { cause });
  }
  if (guild !== null && isClosedServer(cause)) {
    const remedy = 'Check the id, and invite the bot with the link that `npm start` prints.';
    return new ParleyError(`The bot is not in server ${guild}, or there is no such server.`, remedy, { cause });
  }
  const remedy = 'Run this again with LOG_LEVEL=debug, which shows why.';
  return new ParleyError(`Discord did not take the commands${errorSign(cause)}.`, remedy, { cause });
}

/**
 * `parley deploy-commands`: tells Discord the commands, everywhere or in one server, without starting the bot; with
 * `remove`, takes away those that one server has for itself.
 *
 * @throws UsageError, ConfigError or ConnectionRefused before anything is sent; ParleyError when Discord does not do it
 */
export async function runDeployCommands({ terminal, parley, log }: VerbContext, choices: DeployChoices): Promise<void> {
  const { token, restApi } = parley.config.discord;
  if (token === undefined) {
    throw new ConfigError('DISCORD_TOKEN is not set.', 'Put it into .env; docs/discord.md shows where to find it.');
  }
  checkGuild(choices);
  const { guild, remove = false } = choices;
  const { rest } = createClient({ restApi });
  rest.setToken(checkToken(token));

  async function ask<T>(request: Promise<T>, asked: string | null): Promise<T> {
    try {
      return await request;
    } catch (error) {
      log.debug(describeError(error), 'the commands were not registered');
      throw refusalOf(error, asked);
    }
  }

  const application = (await ask(rest.get(Routes.currentApplication()), null)) as { readonly id: string };
  const definitions = remove ? [] : commandDefinitions;
  await ask(registerCommands({ rest, applicationId: application.id, definitions, guild }), guild ?? null);
  if (guild === undefined) terminal.write(`Registered ${definitions.length} commands everywhere.\n`);
  else if (remove) terminal.write(`Server ${guild} has no commands of its own any more.\n`);
  else {
    terminal.write(`Registered ${definitions.length} commands in server ${guild}.\n`);
    terminal.note('Members see them beside those registered everywhere; --remove takes them away again.');
  }
}
