import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The monitor counts the time between two of its own ticks; its resolution is not delay. */
const resolutionMs = 1;

/** Watches this thread's event loop; `stop` gives the longest time that it was held, milliseconds. */
export function watchHolds(): { stop(): number } {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  return {
    stop() {
      delay.disable();
      return Math.max(0, delay.max / 1e6 - resolutionMs);
    },
  };
}
