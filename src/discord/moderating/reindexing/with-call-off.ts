import type { BotParts } from '../../bot-parts.js';
import type { StopReason } from './reindex-jobs.js';

/** Work that nobody else has to know of: called off by the end of the bot, or by `stop`. */
export async function withCallOff(
  work: (signal: AbortSignal, stop: (because: StopReason) => void) => Promise<void>,
  { givingUp }: Pick<BotParts, 'givingUp'>,
): Promise<void> {
  const calledOff = new AbortController();
  const stop = (because: StopReason): void => calledOff.abort(because);
  const giveUp = (): void => stop('restart');
  if (givingUp.aborted) giveUp();
  givingUp.addEventListener('abort', giveUp, { once: true });
  try {
    await work(calledOff.signal, stop);
  } finally {
    givingUp.removeEventListener('abort', giveUp);
  }
}
