/** A signal of one's own that also hears others. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
  /** Hears the others no more. To be called, or they would keep it for as long as they live. */
  unlink(): void;
}

/**
 * Aborted, with the same reason, as soon as one of these is. Not `AbortSignal.any`, which in Node 20 never lets go of
 * signals that live as long as the process.
 */
export function linkedAbort(signals: readonly (AbortSignal | undefined)[]): LinkedAbort {
  const controller = new AbortController();
  const unlinks = signals.map((signal) => {
    if (signal === undefined) return () => undefined;
    const follow = (): void => controller.abort(signal.reason);
    if (signal.aborted) follow();
    else signal.addEventListener('abort', follow, { once: true });
    return () => signal.removeEventListener('abort', follow);
  });
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    unlink() {
      for (const unlink of unlinks) unlink();
    },
  };
}
