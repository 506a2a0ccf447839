import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { createActor } from '../support/discord/create-actor.js';
import { channelHandle } from '../support/discord/loopback-guild.js';
import { type LoopbackOptions, type LoopbackParts, startParts } from '../support/discord/loopback-parts.js';
import { createWatching, type Watching } from '../support/discord/loopback-watching.js';
import type { WorldChannel } from '../support/discord/world.js';

/** A server with channels that not everybody sees, which the usual loopback has none of. */
export interface GuardedServer extends Watching {
  readonly api: string;
  readonly token: string;
  readonly violations: LoopbackParts['violations'];
  readonly general: LoopbackChannel;
  /** A channel where `denied` is taken from everybody but the bot and those named; before the bot connects. */
  closes(name: string, denied: bigint, open?: readonly Actor[]): LoopbackChannel;
  thread(channel: LoopbackChannel, name: string): LoopbackChannel;
  /** The bot does not hear of the server when it connects, only of what happens in it. */
  hides(): void;
  /** @param permissions What they may do besides, in the whole server. */
  member(name: string, permissions?: bigint): Actor;
  stop(): void;
}

const patienceMs = 15_000;

export async function startGuardedServer(options: LoopbackOptions = {}): Promise<GuardedServer> {
  const parts = await startParts(options);
  const { world, places, desk, gateway, server, violations } = parts;
  const guild = places.guild('Guarded', options.guildUnavailableAtReady !== true);
  const general = channelHandle(places.channel(guild, 'general'));
  const behind: Parameters<typeof createActor>[1]['behind'] = new WeakMap();

  function known({ id }: LoopbackChannel): WorldChannel {
    const channel = world.channels.get(id);
    if (channel === undefined) throw new Error('There is no such channel.');
    return channel;
  }

  return {
    ...createWatching(parts, patienceMs),
    api: `${server.origin}/api`,
    token: world.botToken,
    violations,
    general,
    closes(name, denied, open = []) {
      const channel = places.channel(guild, name);
      const allowed = [world.bot.id, ...open.map(({ id }) => id)];
      const closed: WorldChannel = {
        ...channel,
        overwrites: [
          { id: guild.id, type: OverwriteType.Role, allow: '0', deny: String(denied) },
          ...allowed.map((id) => ({ id, type: OverwriteType.Member, allow: String(denied), deny: '0' })),
        ],
      };
      guild.channels.splice(guild.channels.indexOf(channel), 1, closed);
      world.channels.set(closed.id, closed);
      return channelHandle(closed);
    },
    thread: (channel, name) => channelHandle(places.thread(known(channel), name)),
    hides: () => void world.guilds.delete(guild.id),
    member(name, permissions = 0n) {
      const user = places.user(name);
      if (!guild.members.has(user.id)) places.join(guild, user, permissions);
      const direct = channelHandle(places.direct(user));
      return createActor(user, { ...parts, behind, patienceMs, direct, usual: general });
    },
    stop() {
      desk.stop();
      gateway.stop();
      server.stop();
    },
  };
}

export const unseen = PermissionFlagsBits.ViewChannel;
export const withoutHistory = PermissionFlagsBits.ReadMessageHistory;
