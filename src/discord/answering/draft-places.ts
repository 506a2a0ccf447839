import { systemTimers, type Timers } from '../connection/timers.js';

/** How much chat models write at once. */
export interface DraftLimits {
  /** Drafts at once, at least 1. */
  readonly drafting: number;
  /** How long a question waits for its turn before it is answered in quotes, milliseconds. */
  readonly draftWaitMs: number;
}

/** Bounds how many drafts a chat model writes at once: each of too many would come too late. First come, first served. */
export interface DraftPlaces {
  /** A place, to be left by calling what is given; `null` when none came free in time, or the signal is aborted. */
  take(signal: AbortSignal): Promise<(() => void) | null>;
}

export function createDraftPlaces({ drafting, draftWaitMs }: DraftLimits, timers: Timers = systemTimers): DraftPlaces {
  const line = new Set<() => void>();
  let taken = 0;

  function place(): () => void {
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      const [next] = line;
      if (next === undefined) taken -= 1;
      else next();
    };
  }

  return {
    take(signal) {
      if (signal.aborted) return Promise.resolve(null);
      if (taken < drafting) {
        taken += 1;
        return Promise.resolve(place());
      }
      return new Promise((resolve) => {
        const end = (given: (() => void) | null): void => {
          line.delete(next);
          cancel();
          signal.removeEventListener('abort', giveUp);
          resolve(given);
        };
        const next = (): void => end(place());
        const giveUp = (): void => end(null);
        const cancel = timers.after(draftWaitMs, giveUp);
        line.add(next);
        signal.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}
