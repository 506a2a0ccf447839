import type { Timers } from './timers.js';

/** Stands for a promise that did not settle in time. */
export const late = Symbol('late');

/**
 * What a promise comes to within so many milliseconds, or `late`; the promise itself goes on.
 * @throws what it is rejected with; the signal's reason as soon as that is aborted
 */
export function within<T>(
  promise: Promise<T>,
  milliseconds: number,
  timers: Timers,
  signal: AbortSignal | undefined,
): Promise<T | typeof late> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      cancel();
      reject(signal?.reason);
    };
    const finish = (settle: () => void): void => {
      cancel();
      signal?.removeEventListener('abort', stop);
      settle();
    };
    const cancel = timers.after(milliseconds, () => finish(() => resolve(late)));
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
    promise.then(
      (value) => finish(() => resolve(value)),
      (error: unknown) => finish(() => reject(error)),
    );
  });
}

/** Waits. @throws the signal's reason as soon as it is aborted */
export async function pause(milliseconds: number, timers: Timers, signal: AbortSignal): Promise<void> {
  await within(new Promise<never>(() => undefined), milliseconds, timers, signal);
}
