import { GatewayIntentBits, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { channelPayload, threadPayload } from './channel-payload.js';
import type { EventFeed } from './event-feed.js';
import { guildCreatePayload, rolePayload } from './guild-payload.js';
import { allPermissions, everyonePermissions, mayIn } from './permissions.js';
import { createUser, type World, type WorldChannel, type WorldGuild, type WorldUser } from './world.js';

/** What the bot's invitation asks for: view, send, send in threads, embed links, read history. */
const invitedPermissions = 274_877_991_936n;
const foundedMs = 1_640_995_200_000;

/** Makes guilds, channels, threads, people; a connected bot hears of them. */
export interface Places {
  guild(name: string, isAvailable?: boolean): WorldGuild;
  /** @param botPermissions Exactly what the bot may do there; what its role allows when absent. */
  channel(guild: WorldGuild, name: string, botPermissions?: bigint): WorldChannel;
  thread(parent: WorldChannel, name: string): WorldChannel;
  /** A direct channel, the same one each time. */
  direct(user: WorldUser): WorldChannel;
  /** A user by name, the same one each time. */
  user(name: string, displayName?: string): WorldUser;
  /** Lets a user in, or changes what they may: `permissions` beyond everyone's. */
  join(guild: WorldGuild, user: WorldUser, permissions: bigint, displayName?: string): void;
  /** Takes a channel or a thread away. */
  remove(channel: WorldChannel): void;
  /** The bot is thrown out. */
  leave(guild: WorldGuild): void;
}

export function createPlaces(world: World, feed: EventFeed): Places {
  const { ids, bot, guilds, channels, users } = world;

  function announce(guild: WorldGuild, name: string, data: object): void {
    feed.publish({ name, data, guildId: guild.id, intent: GatewayIntentBits.Guilds });
  }

  function add(channel: Omit<WorldChannel, 'id' | 'messages' | 'typing'>): WorldChannel {
    const added = { ...channel, id: ids.founded(), messages: [], typing: [] };
    channels.set(added.id, added);
    channel.guild?.channels.push(added);
    return added;
  }

  return {
    guild(name, isAvailable = true) {
      const id = ids.founded();
      const owner = createUser(ids.founded(), `owner-${guilds.size + 1}`, 'The Owner');
      const botRole = rolePayload(ids.founded(), 'Parley', invitedPermissions, bot.id);
      const guild: WorldGuild = {
        id,
        name,
        ownerId: owner.id,
        roles: [rolePayload(id, '@everyone', everyonePermissions), botRole],
        members: new Map([
          [owner.id, { user: owner, nick: null, roles: [], joinedAtMs: foundedMs }],
          [bot.id, { user: bot, nick: null, roles: [botRole.id], joinedAtMs: foundedMs }],
        ]),
        channels: [],
        commands: [],
        opened: new Map(),
        isAvailable,
      };
      users.set(owner.id, owner);
      guilds.set(id, guild);
      announce(guild, 'GUILD_CREATE', guildCreatePayload(guild, world));
      return guild;
    },
    channel(guild, name, botPermissions) {
      const allow = botPermissions?.toString() ?? '0';
      const deny = botPermissions === undefined ? '0' : (allPermissions & ~botPermissions).toString();
      const overwrites = botPermissions === undefined ? [] : [{ id: bot.id, type: OverwriteType.Member, allow, deny }];
      const channel = add({ kind: 'text', name, guild, parent: null, overwrites, recipient: null });
      announce(guild, 'CHANNEL_CREATE', channelPayload(channel));
      return channel;
    },
    thread(parent, name) {
      const { guild } = parent;
      if (guild === null) throw new Error('A direct channel has no threads.');
      const thread = add({ kind: 'thread', name, guild, parent, overwrites: [], recipient: null });
      if (mayIn(thread, bot.id, PermissionFlagsBits.ViewChannel)) {
        announce(guild, 'THREAD_CREATE', { ...threadPayload(thread), newly_created: true });
      }
      return thread;
    },
    direct(user) {
      const known = [...channels.values()].find(({ recipient }) => recipient?.id === user.id);
      return (
        known ??
        add({ kind: 'direct', name: user.username, guild: null, parent: null, overwrites: [], recipient: user })
      );
    },
    user(name, displayName) {
      const known = [...users.values()].find(({ username }) => username === name);
      if (known !== undefined) return known;
      const user = createUser(ids.founded(), name, displayName ?? null);
      users.set(user.id, user);
      return user;
    },
    join(guild, user, permissions, displayName) {
      const own = `what ${user.username} may`;
      const known = guild.members.get(user.id)?.roles ?? [];
      const roles = known.filter((id) => guild.roles.find((role) => role.id === id)?.name !== own);
      if (permissions !== 0n) {
        const role = rolePayload(ids.founded(), own, permissions);
        guild.roles.push(role);
        roles.push(role.id);
        announce(guild, 'GUILD_ROLE_CREATE', { guild_id: guild.id, role });
      }
      guild.members.set(user.id, {
        user,
        nick: displayName ?? guild.members.get(user.id)?.nick ?? null,
        roles,
        joinedAtMs: foundedMs,
      });
    },
    remove(channel) {
      const { guild, id, kind } = channel;
      if (guild === null) throw new Error('A direct channel stays.');
      channels.delete(id);
      guild.channels.splice(guild.channels.indexOf(channel), 1);
      const name = kind === 'thread' ? 'THREAD_DELETE' : 'CHANNEL_DELETE';
      announce(guild, name, kind === 'thread' ? threadPayload(channel) : channelPayload(channel));
    },
    leave(guild) {
      guilds.delete(guild.id);
      for (const { id } of guild.channels) channels.delete(id);
      announce(guild, 'GUILD_DELETE', { id: guild.id });
    },
  };
}
