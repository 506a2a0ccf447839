import type { SendableChannels } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { systemTimers, type Timers } from '../connection/timers.js';

/** Discord shows it for ten seconds. */
const everyMs = 8_000;

/**
 * Shows that the bot types, until what is given back is called. Discord itself ends it when a message of the bot's comes.
 */
export function keepTyping(
  channel: Pick<SendableChannels, 'sendTyping'>,
  { log }: Pick<BotParts, 'log'>,
  timers: Timers = systemTimers,
): () => void {
  let cancel: () => void;
  function type(): void {
    channel.sendTyping().catch(() => log.debug('the typing indicator was not shown'));
    cancel = timers.after(everyMs, type);
  }
  type();
  return () => cancel();
}
