import type { Guild, GuildBasedChannel } from 'discord.js';

/**
 * A channel of a server by its id. discord.js lists under a server whatever a command names there, so that it is asked
 * again whose channel it is.
 */
export function ownChannel(guild: Guild | null, id: string): GuildBasedChannel | undefined {
  const channel = guild?.channels.cache.get(id);
  return channel !== undefined && channel.guildId === guild?.id ? channel : undefined;
}
