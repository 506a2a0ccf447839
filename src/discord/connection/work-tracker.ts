import type { Timers } from './timers.js';

/** Counts the work that is under way, so that a stop can wait for it. */
export interface WorkTracker {
  /** Counts the work until it ends, either way; gives it back as it is. */
  track<T>(work: Promise<T>): Promise<T>;
  readonly count: number;
  /** False once `stopTaking` was called: handlers then turn away what comes. */
  readonly isTaking: boolean;
  stopTaking(): void;
  /** Resolves when nothing is under way any more, or when the time is over. */
  drained(timeoutMs: number, timers: Timers): Promise<'drained' | 'timed-out'>;
}

/**
 * For an orderly stop: take nothing new, wait for what runs (bounded), and only then leave Discord, since a client that
 * has left can no longer answer.
 */
export function createWorkTracker(): WorkTracker {
  const waiting = new Set<() => void>();
  let count = 0;
  let isTaking = true;

  function finish(): void {
    count -= 1;
    if (count > 0) return;
    for (const tell of waiting) tell();
  }

  return {
    track(work) {
      count += 1;
      work.then(finish, finish);
      return work;
    },
    get count() {
      return count;
    },
    get isTaking() {
      return isTaking;
    },
    stopTaking() {
      isTaking = false;
    },
    drained(timeoutMs, timers) {
      if (count === 0) return Promise.resolve('drained');
      return new Promise((resolve) => {
        const end = (how: 'drained' | 'timed-out'): void => {
          cancel();
          waiting.delete(tell);
          resolve(how);
        };
        const tell = (): void => end('drained');
        const cancel = timers.after(timeoutMs, () => end('timed-out'));
        waiting.add(tell);
      });
    },
  };
}
