import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import { describeError } from '../../redaction.js';

/**
 * Keeps one packet that discord.js cannot digest (or a listener that throws at once) from ending the process: discord.js
 * handles packets inside a promise that nobody awaits, and some of them in a timer.
 */
export function guardPackets({ client, log }: { readonly client: Client; readonly log: Pick<Logger, 'error'> }): void {
  const { ws } = client;
  // The one place that all packets pass; a listener would run beside it, not around it.
  // biome-ignore lint/complexity/useLiteralKeys: it is private
  const handle = ws['handlePacket'].bind(ws);
  // biome-ignore lint/complexity/useLiteralKeys: it is private
  ws['handlePacket'] = (packet, shard) => {
    try {
      return handle(packet, shard);
    } catch (error) {
      log.error(describeError(error), 'An event of Discord could not be handled.');
      return false;
    }
  };
}
