import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import { describeError } from '../../redaction.js';
import { guardPackets } from './guard-packets.js';

/**
 * Tells the log what goes wrong between the client and Discord, and keeps it from ending the process: discord.js throws
 * an 'error' that nobody listens to, and turns the rejection of an async listener into one. `debug` is not listened to,
 * since its texts hold the token.
 */
export function watchFaults({
  client,
  log,
}: {
  readonly client: Client;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}): void {
  guardPackets({ client, log });
  client.on(Events.Error, (error) => log.error(describeError(error), 'An event of Discord was not handled.'));
  client.on(Events.Warn, (text) => log.warn(describeError(text), 'discord.js warns.'));
  client.on(Events.ShardError, (error, shard) => {
    log.warn({ shard, ...describeError(error) }, 'The connection to Discord has a fault.');
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error({ shard, code }, 'Discord closed the connection for good.');
  });
  // While Discord is out of reach discord.js tries twice a second; one line tells it.
  const lost = new Set<number>();
  client.on(Events.ShardReconnecting, (shard) => {
    if (lost.has(shard)) return;
    lost.add(shard);
    log.warn({ shard }, 'The connection to Discord is lost.');
  });
  client.on(Events.ShardResume, (shard, missed) => {
    lost.delete(shard);
    log.info({ shard, missed }, 'The connection to Discord is back, and what was missed was sent again.');
  });
  client.on(Events.ShardReady, (shard, unavailable) => {
    lost.delete(shard);
    log.info({ shard, serversMissing: unavailable?.size ?? 0 }, 'The connection to Discord is ready.');
  });
  client.rest.on('rateLimited', ({ route, timeToReset, global }) => {
    log.warn({ route, waitMs: timeToReset, global }, 'Discord asks for fewer requests.');
  });
}
