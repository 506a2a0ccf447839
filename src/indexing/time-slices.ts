import { setImmediate as nextTurn } from 'node:timers/promises';

export interface TimeSlices {
  /** True when the present slice is used up and `pause` should be awaited. */
  due(): boolean;
  /** Lets the event loop turn once; throws the signal's reason when the work was called off. */
  pause(): Promise<void>;
}

// Questions are answered between the slices: a question then waits at most this long for an index that is being built.
const sliceMs = 8;

/** Cuts long work into slices, so that indexing never holds the event loop for long. */
export function createTimeSlices(signal?: AbortSignal): TimeSlices {
  let end = performance.now() + sliceMs;
  return {
    due: () => performance.now() >= end,
    async pause() {
      await nextTurn();
      signal?.throwIfAborted();
      end = performance.now() + sliceMs;
    },
  };
}
