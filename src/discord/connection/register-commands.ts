import { type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';

/** What Discord is told of one command. */
export type CommandDefinition = RESTPostAPIApplicationCommandsJSONBody;

/** The part of discord.js's REST that is used here. */
export interface CommandRoute {
  put(route: `/${string}`, request: { readonly body: unknown }): Promise<unknown>;
}

export interface Registration {
  readonly rest: CommandRoute;
  readonly applicationId: string;
  /** All commands: what is not among them is removed. */
  readonly definitions: readonly CommandDefinition[];
  /** Registers for this server only; without, everywhere. */
  readonly guild?: string | undefined;
}

/**
 * Replaces all commands of the application in one idempotent request.
 * @throws DiscordAPIError when Discord does not accept a definition
 */
export async function registerCommands({ rest, applicationId, definitions, guild }: Registration): Promise<void> {
  const route =
    guild === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guild);
  await rest.put(route, { body: definitions });
}
