import { SimpleShardingStrategy } from 'discord.js';

type WhoseShards = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/**
 * Shards in this process, as discord.js has them, but such that they stay away once they are destroyed. A shard of
 * discord.js that is between two tries to connect does not hear of it, and would go on for ever: a process that leaves
 * while the gateway is down would never end, or come back as a second bot.
 */
export function stoppableShards(whose: WhoseShards): SimpleShardingStrategy {
  const strategy = new SimpleShardingStrategy(whose);
  const destroy = strategy.destroy.bind(strategy);
  strategy.destroy = async (options) => {
    // biome-ignore lint/complexity/useLiteralKeys: it is private
    for (const shard of strategy['shards'].values()) {
      // biome-ignore lint/complexity/useLiteralKeys: it is private
      shard['internalConnect'] = async () => {};
    }
    await destroy(options);
  };
  return strategy;
}
