import type { GatewayEvent } from './event-feed.js';
import { specification } from './specification.js';

type Loose = Record<string, unknown>;

/** What GUILD_CREATE has beyond the guild. */
const guildExtras = [
  'joined_at',
  'large',
  'unavailable',
  'member_count',
  'voice_states',
  'members',
  'channels',
  'threads',
  'presences',
  'stage_instances',
  'guild_scheduled_events',
  'soundboard_sounds',
];

function without(data: Loose, keys: readonly string[]): Loose {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));
}

/** The roles that the options of a command name. */
function rolesIn(data: unknown): readonly unknown[] {
  const { resolved } = (data ?? {}) as { readonly resolved?: { readonly roles?: Loose } };
  return Object.values(resolved?.roles ?? {});
}

/** Each part of an event that Discord's specification of HTTP bodies describes too, with the name it has there. */
function partsOf(name: string, data: Loose): readonly (readonly [schema: string, value: unknown])[] {
  switch (name) {
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE':
      return [['MessageResponse', without(data, ['guild_id', 'member', 'channel_type'])]];
    case 'GUILD_CREATE':
      return [
        ['GuildResponse', without(data, guildExtras)],
        ...(data.channels as Loose[]).map((channel) => ['GuildChannelResponse', channel] as const),
        ...(data.threads as Loose[]).map((thread) => ['ThreadResponse', thread] as const),
        ...(data.members as Loose[]).map((member) => ['GuildMemberResponse', member] as const),
      ];
    case 'CHANNEL_CREATE':
      return [['GuildChannelResponse', data]];
    case 'THREAD_CREATE':
      return [['ThreadResponse', without(data, ['newly_created'])]];
    case 'GUILD_ROLE_CREATE':
      return [['GuildRoleResponse', data.role]];
    case 'APPLICATION_COMMAND_PERMISSIONS_UPDATE':
      return [['CommandPermissionsResponse', data]];
    case 'INTERACTION_CREATE':
      return [
        ...rolesIn(data.data).map((role) => ['GuildRoleResponse', role] as const),
        ...(data.message === undefined ? [] : [['MessageResponse', data.message] as const]),
        ...(data.user === undefined ? [] : [['UserResponse', data.user] as const]),
        ...(data.member === undefined
          ? []
          : [['GuildMemberResponse', without(data.member as Loose, ['permissions'])] as const]),
      ];
    default:
      return [];
  }
}

/** What is wrong with an event by Discord's specification, in words; its own parts are typed, not judged. */
export function judgeEvent({ name, data }: Pick<GatewayEvent, 'name' | 'data'>): readonly string[] {
  const sent = JSON.parse(JSON.stringify(data)) as Loose;
  return partsOf(name, sent).flatMap(([schema, value]) =>
    specification()
      .faultsOf(schema, value)
      .map((fault) => `${name} holds no ${schema}: ${fault}`),
  );
}
