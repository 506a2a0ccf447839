import { type Client, Events } from 'discord.js';
import type { Timers } from './timers.js';

/**
 * Ends the connection for good; the last thing a process does before it exits. Drain first: a client that has left
 * cannot answer any more. It may take 30 s where Discord does not answer the close, so the wait is bounded.
 */
export function leaveDiscord({
  client,
  timeoutMs,
  timers,
}: {
  readonly client: Pick<Client, 'destroy' | 'removeAllListeners'>;
  readonly timeoutMs: number;
  readonly timers: Timers;
}): Promise<'left' | 'timed-out'> {
  // The close that follows is wanted, and nothing to warn of.
  client.removeAllListeners(Events.ShardReconnecting);
  return new Promise((resolve) => {
    const cancel = timers.after(timeoutMs, () => resolve('timed-out'));
    const end = (): void => {
      cancel();
      resolve('left');
    };
    client.destroy().then(end, end);
  });
}
