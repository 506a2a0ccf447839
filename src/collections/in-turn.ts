import type { IndexingAim } from '../ingesting/messages.js';
import type { RunIndexing } from './collection-parts.js';

/** How many indexing runs there are at once, of all collections. */
export interface TurnLimits {
  /** Runs that only read what changed. */
  readonly plans: number;
  /** Runs that embed: each has an encoder of its own, which takes every core. */
  readonly builds: number;
}

/** A plan waits for no build: those may take hours, and whoever asks for a plan looks at a message. */
const usualLimits: TurnLimits = { plans: 2, builds: 1 };

/** Resolves when there is room; gives what makes room again. @throws the signal's reason when it is aborted before */
type TakeTurn = (signal: AbortSignal | undefined) => Promise<() => void>;

/** First come, first served. A turn lasts until the work has really ended: a thread that is called off still runs then. */
function createTurns(most: number): TakeTurn {
  const line = new Set<() => void>();
  let busy = 0;

  function leave(): void {
    const [next] = line;
    if (next === undefined) busy -= 1;
    else next();
  }

  return (signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason);
        return;
      }
      if (busy < most) {
        busy += 1;
        resolve(leave);
        return;
      }
      const stop = (): void => {
        line.delete(begin);
        reject(signal?.reason);
      };
      const begin = (): void => {
        line.delete(begin);
        signal?.removeEventListener('abort', stop);
        resolve(leave);
      };
      line.add(begin);
      signal?.addEventListener('abort', stop, { once: true });
    });
}

/** Indexing runs that wait for each other, whatever collections they are of: memory and cores are there once. */
export function inTurn(index: RunIndexing, { plans, builds }: TurnLimits = usualLimits): RunIndexing {
  const planning = createTurns(plans);
  const building = createTurns(builds);
  const turnFor = (aim: IndexingAim): TakeTurn => (aim === 'plan' ? planning : building);
  return async (order, listener) => {
    const leave = await turnFor(order.aim)(listener.signal);
    try {
      return await index(order, listener);
    } finally {
      leave();
    }
  };
}
