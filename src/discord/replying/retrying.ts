import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';

/** Milliseconds before each further try. discord.js has retried by itself, at once, before the first of them. */
const pauses = [500, 2_000, 5_000] as const;

/** Does again what Discord could not do just now; only for what is harmless when done twice. */
export async function retrying<T>(send: () => Promise<T>, { wait }: Pick<BotParts, 'wait'>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await send();
    } catch (error) {
      if (discordErrorAction(error).do !== 'retry-later') throw error;
      // Nobody waits any longer: what went wrong is the news, not that.
      await wait(pause).catch(() => {
        throw error;
      });
    }
  }
  return send();
}
