import type { Timers } from '#src/discord/connection/timers.js';

/** A clock that stands still until a test moves it, and timers that go by it. */
export interface ManualTimers extends Timers {
  readonly now: () => number;
  /** Moves the clock on and runs what falls due, in its order; afterwards promises have had their turn. */
  advance(milliseconds: number): Promise<void>;
  /** How long each timer was set for, in the order in which they were. */
  readonly waits: readonly number[];
  /** Timers that are still to run. */
  readonly pending: number;
  /** Resolves as soon as a timer is set that has not run yet. */
  timerSet(): Promise<void>;
}

export function manualTimers(): ManualTimers {
  const timers = new Map<number, { at: number; action: () => void }>();
  const waits: number[] = [];
  let waiting: (() => void)[] = [];
  let now = 0;

  function nextDue(until: number): number | undefined {
    const [first] = [...timers].filter(([, { at }]) => at <= until).toSorted(([, a], [, b]) => a.at - b.at);
    return first?.[0];
  }

  return {
    now: () => now,
    waits,
    get pending() {
      return timers.size;
    },
    after(milliseconds, action) {
      const id = waits.push(milliseconds);
      timers.set(id, { at: now + milliseconds, action });
      for (const tell of waiting) tell();
      waiting = [];
      return () => timers.delete(id);
    },
    async advance(milliseconds) {
      const until = now + milliseconds;
      for (let id = nextDue(until); id !== undefined; id = nextDue(until)) {
        const timer = timers.get(id);
        timers.delete(id);
        now = Math.max(now, timer?.at ?? now);
        timer?.action();
        await new Promise((resolve) => setImmediate(resolve));
      }
      now = until;
      await new Promise((resolve) => setImmediate(resolve));
    },
    timerSet() {
      if (timers.size > 0) return Promise.resolve();
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
