import type { Actor } from './actor.js';
import type { LoopbackGuild } from './loopback-guild.js';
import type { LoopbackParts } from './loopback-parts.js';
import type { WorldGuild, WorldUser } from './world.js';

export interface LoopbackRole {
  readonly id: string;
  readonly name: string;
  readonly guildId: string;
}

/** Roles as a test makes them. The bot hears of who has one only with the next thing that they do. */
export interface RoleMaking {
  /** A new role that allows nothing; the home guild's, unless a guild is named. */
  role(options: { readonly guild?: LoopbackGuild; readonly name: string }): LoopbackRole;
  /** @throws Error when they are not in the role's guild. */
  gives(who: Actor, role: LoopbackRole): void;
  takes(who: Actor, role: LoopbackRole): void;
  /** Nobody has it any more. */
  removesRole(role: LoopbackRole): void;
  /** What is done in Server Settings › Integrations: who has the role is shown a command. @throws Error for an unknown one. */
  opens(command: string, role: LoopbackRole): void;
}

export function createRoleMaking({ world, roles }: LoopbackParts, home: LoopbackGuild): RoleMaking {
  function guildOf(id: string): WorldGuild {
    const guild = world.guilds.get(id);
    if (guild === undefined) throw new Error('The bot is no longer in that guild.');
    return guild;
  }

  function userOf({ id, name }: Actor): WorldUser {
    const user = world.users.get(id);
    if (user === undefined) throw new Error(`There is no ${name}.`);
    return user;
  }

  return {
    role({ guild = home, name }) {
      const { id } = roles.create(guildOf(guild.id), name);
      return { id, name, guildId: guild.id };
    },
    gives: (who, { id, guildId }) => roles.give(guildOf(guildId), userOf(who), id),
    takes: (who, { id, guildId }) => roles.take(guildOf(guildId), userOf(who), id),
    removesRole: ({ id, guildId }) => roles.remove(guildOf(guildId), id),
    opens: (command, { id, guildId }) => roles.open(guildOf(guildId), command, id),
  };
}
