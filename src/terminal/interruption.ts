import { onStopSignal } from './on-stop-signal.js';

/** Somebody pressed Ctrl-C and the work has ended in good order. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * Runs work that Ctrl-C stops: the signal is aborted with an `Interrupted`, and the work decides how it ends. A second
 * Ctrl-C ends the process at once. `message` is the line that a person reads in the end.
 */
export async function interruptible<T>(message: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const forget = onStopSignal(['SIGINT'], () => controller.abort(new Interrupted(message)));
  try {
    return await work(controller.signal);
  } finally {
    forget();
  }
}
