import type { Logger } from 'pino';
import type { Desk } from '../desk.js';
import type { StateStore } from '../state/state-store.js';
import { describeError } from '../redaction.js';

const second = 1000;
/** How soon an index that another process published is answered from. */
const lookForGenerationMs = 10 * second;
const forgetEveryMs = 3600 * second;
/** How long questions and what hangs on them are kept. */
const keptMs = 30 * 24 * 3600 * second;

export interface HouseInput {
  readonly desk: Pick<Desk, 'refresh' | 'generation'>;
  readonly state: Pick<StateStore, 'forgetBefore'>;
  readonly log: Pick<Logger, 'info' | 'error'>;
  readonly onNewGeneration: () => Promise<void>;
}

/** What a running bot does besides answering: goes on with a newer index, and forgets what is too old. */
export function keepHouse({ desk, state, log, onNewGeneration }: HouseInput): { stop(): void } {
  const every = (milliseconds: number, name: string, chore: () => Promise<void>): NodeJS.Timeout => {
    let isRunning = false;
    const timer = setInterval(() => {
      if (isRunning) return;
      isRunning = true;
      chore()
        .catch((error: unknown) => log.error(describeError(error), `${name} failed`))
        .finally(() => {
          isRunning = false;
        });
    }, milliseconds);
    timer.unref();
    return timer;
  };
  const timers = [
    every(lookForGenerationMs, 'looking for a newer index', async () => {
      if (!(await desk.refresh())) return;
      log.info({ generation: desk.generation.id }, 'answers come from a newer index now');
      await onNewGeneration();
    }),
    every(forgetEveryMs, 'forgetting what is old', async () => {
      const forgotten = await state.forgetBefore(Date.now() - keptMs);
      if (forgotten > 0) log.info({ forgotten }, 'forgot what was shown more than 30 days ago');
    }),
  ];
  return { stop: () => timers.forEach(clearInterval) };
}
