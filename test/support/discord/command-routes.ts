import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  type ApplicationIntegrationType,
  type InteractionContextType,
} from 'discord-api-types/v10';
import { DiscordError, missingAccess } from './discord-error.js';
import { type CommandBody, judgeCommands } from './judge-commands.js';
import type { RestRequest, RestRoute } from './rest-route.js';
import { specification } from './specification.js';
import type { World, WorldGuild } from './world.js';

interface FullCommandBody extends CommandBody {
  readonly default_member_permissions?: string | number | null;
  readonly dm_permission?: boolean | null;
  readonly contexts?: InteractionContextType[] | null;
  readonly integration_types?: ApplicationIntegrationType[] | null;
  readonly nsfw?: boolean | null;
}

type Loose = Record<string, unknown>;

/** Without `null`s and `undefined`, and without what Discord leaves out when it is false. */
function optionPayload(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const entries = Object.entries(option).filter(
    ([key, value]) => value !== null && value !== undefined && !(key === 'required' && value === false),
  );
  const result: Loose = Object.fromEntries(entries);
  if (Array.isArray(result.options)) result.options = result.options.map(optionPayload);
  if (Array.isArray(result.choices)) {
    result.choices = result.choices.map((choice: Loose) =>
      Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== null && value !== undefined)),
    );
  }
  return result as unknown as APIApplicationCommandOption;
}

/** A registered command; one of the same type and name keeps its id. */
function commandPayload(
  world: World,
  body: FullCommandBody,
  { before, guild }: { readonly before: readonly APIApplicationCommand[]; readonly guild: WorldGuild | null },
): APIApplicationCommand {
  const type = body.type ?? ApplicationCommandType.ChatInput;
  const permissions = body.default_member_permissions ?? null;
  const known = before.find((command) => command.type === type && command.name === body.name);
  return {
    id: known?.id ?? world.ids.next(),
    application_id: world.applicationId,
    version: world.ids.next(),
    default_member_permissions: permissions === null ? null : String(permissions),
    type,
    name: body.name,
    description: body.description ?? '',
    nsfw: body.nsfw ?? false,
    ...(body.options === undefined || body.options === null || body.options.length === 0
      ? {}
      : { options: body.options.map(optionPayload) }),
    ...(guild === null
      ? {
          dm_permission: body.dm_permission ?? true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? [0],
        }
      : { guild_id: guild.id }),
  };
}

const requestSchema = 'ApplicationCommandUpdateRequest';

/** Replaces the global commands without a request. @throws Error when Discord would refuse them. */
export function registerCommands(world: World, commands: readonly object[]): void {
  const sent = JSON.parse(JSON.stringify(commands)) as readonly FullCommandBody[];
  const faults = [
    ...sent.flatMap((command) => specification().faultsOf(requestSchema, command)),
    ...judgeCommands(sent).map(({ detail }) => detail),
  ];
  if (faults.length > 0) throw new Error(`Discord would not register these commands: ${faults.join('; ')}`);
  world.commands = sent.map((body) => commandPayload(world, body, { before: world.commands, guild: null }));
}

/** Reading and replacing the commands of the application, everywhere or in one guild. */
export function commandRoutes(world: World, announce: () => void): readonly RestRoute[] {
  function holderOf(request: RestRequest, isGuild: boolean): { commands: readonly APIApplicationCommand[] } {
    if (request.part('application_id') !== world.applicationId) {
      throw new DiscordError(403, 20_012, 'You are not authorized to perform this action on this application');
    }
    if (!isGuild) return world;
    const guild = world.guilds.get(request.part('guild_id'));
    if (guild === undefined) throw missingAccess();
    return guild;
  }

  return [
    '/applications/{application_id}/commands',
    '/applications/{application_id}/guilds/{guild_id}/commands',
  ].flatMap((path): RestRoute[] => {
    const isGuild = path.includes('guilds');
    return [
      {
        method: 'GET',
        path,
        authorization: 'bot',
        limit: { requests: 5, windowMs: 5000 },
        query: ['with_localizations'],
        gives: 'ApplicationCommandResponse',
        handle: (request) => ({ body: holderOf(request, isGuild).commands }),
      },
      {
        method: 'PUT',
        path,
        authorization: 'bot',
        limit: { requests: 2, windowMs: 20_000 },
        takes: requestSchema,
        gives: 'ApplicationCommandResponse',
        handle(request) {
          const holder = holderOf(request, isGuild);
          const bodies = request.body as readonly FullCommandBody[];
          request.judge(judgeCommands(bodies));
          const guild = isGuild ? (world.guilds.get(request.part('guild_id')) ?? null) : null;
          holder.commands = bodies.map((body) => commandPayload(world, body, { before: holder.commands, guild }));
          announce();
          return { body: holder.commands };
        },
      },
    ];
  });
}
