import { type APIRole, GatewayIntentBits } from 'discord-api-types/v10';
import type { EventFeed } from './event-feed.js';
import { rolePayload } from './guild-payload.js';
import type { World, WorldGuild, WorldUser } from './world.js';

/** Makes roles, of which a connected bot hears, and says who has them, of which it does not. */
export interface Roles {
  create(guild: WorldGuild, name: string): APIRole;
  /** The role is no more, and nobody has it. */
  remove(guild: WorldGuild, role: string): void;
  /** @throws Error for a role or a member that the guild does not have. */
  give(guild: WorldGuild, user: WorldUser, role: string): void;
  take(guild: WorldGuild, user: WorldUser, role: string): void;
  /** Server Settings › Integrations: whoever has the role is shown a command, whatever permission it asks for. */
  open(guild: WorldGuild, command: string, role: string): void;
}

/** Discord's number for a role, where a command is opened to it. */
const roleKind = 1;

function change(guild: WorldGuild, user: WorldUser, rolesOf: (held: readonly string[]) => readonly string[]): void {
  const member = guild.members.get(user.id);
  if (member === undefined) throw new Error(`${user.username} is not in "${guild.name}".`);
  // Without the privileged intent a bot does not hear of it, but learns it from the next thing that the member does.
  guild.members.set(user.id, { ...member, roles: rolesOf(member.roles) });
}

function assertThere({ name, roles }: WorldGuild, role: string): void {
  if (!roles.some(({ id }) => id === role)) throw new Error(`"${name}" has no such role.`);
}

export function createRoles(world: World, feed: EventFeed): Roles {
  function announce(guild: WorldGuild, name: string, data: object, intent: GatewayIntentBits | null): void {
    feed.publish({ name, data: { guild_id: guild.id, ...data }, guildId: guild.id, intent });
  }

  return {
    create(guild, name) {
      const role = rolePayload(world.ids.founded(), name, 0n);
      guild.roles.push(role);
      announce(guild, 'GUILD_ROLE_CREATE', { role }, GatewayIntentBits.Guilds);
      return role;
    },
    remove(guild, role) {
      assertThere(guild, role);
      guild.roles.splice(
        guild.roles.findIndex(({ id }) => id === role),
        1,
      );
      for (const [id, member] of guild.members)
        guild.members.set(id, { ...member, roles: member.roles.filter((held) => held !== role) });
      announce(guild, 'GUILD_ROLE_DELETE', { role_id: role }, GatewayIntentBits.Guilds);
    },
    give(guild, user, role) {
      assertThere(guild, role);
      change(guild, user, (held) => [...new Set([...held, role])]);
    },
    take(guild, user, role) {
      assertThere(guild, role);
      change(guild, user, (held) => held.filter((id) => id !== role));
    },
    open(guild, command, role) {
      assertThere(guild, role);
      const known = [...guild.commands, ...world.commands].find(({ name }) => name === command);
      if (known === undefined) throw new Error(`No command "${command}" is registered.`);
      guild.opened.set(command, [...(guild.opened.get(command) ?? []), role]);
      const permissions = (guild.opened.get(command) ?? []).map((id) => ({ id, type: roleKind, permission: true }));
      const data = { id: known.id, application_id: world.applicationId, permissions };
      announce(guild, 'APPLICATION_COMMAND_PERMISSIONS_UPDATE', data, null);
    },
  };
}
