import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { LoopbackChannel } from './actor.js';
import type { Places } from './places.js';
import type { WorldChannel, WorldGuild } from './world.js';

/** A guild that the bot is in. */
export interface LoopbackGuild {
  readonly id: string;
  readonly name: string;
  /** Its first channel. */
  readonly general: LoopbackChannel;
  readonly channels: readonly LoopbackChannel[];
  /** The commands that are registered here alone. */
  readonly commands: readonly APIApplicationCommand[];
  /** A new channel; `botPermissions` is exactly what the bot may do there. */
  channel(name: string, options?: { readonly botPermissions?: bigint }): LoopbackChannel;
  /** The bot is thrown out. */
  removesBot(): void;
}

export function channelHandle({ id, name, kind, guild }: WorldChannel): LoopbackChannel {
  return { id, name, kind, guildId: guild?.id ?? null };
}

export function createLoopbackGuild(guild: WorldGuild, places: Places, names: readonly string[]): LoopbackGuild {
  const [general] = names.map((name) => channelHandle(places.channel(guild, name)));
  if (general === undefined) throw new Error('A guild needs a channel.');
  return {
    id: guild.id,
    name: guild.name,
    general,
    get channels() {
      return guild.channels.map(channelHandle);
    },
    get commands() {
      return guild.commands;
    },
    channel: (name, { botPermissions } = {}) => channelHandle(places.channel(guild, name, botPermissions)),
    removesBot: () => places.leave(guild),
  };
}
