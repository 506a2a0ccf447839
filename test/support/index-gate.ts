import type { RunIndexing } from '#src/collections/collection-parts.js';
import { deferred } from './deferred.js';

/** Stands between collections and their indexing runs; a test closes it, or lets a run fail. */
export interface IndexGate {
  readonly around: (index: RunIndexing) => RunIndexing;
  /** Runs that build wait here until `open`, having said how far they are. */
  close(): void;
  open(): void;
  /** A run that builds fails so: the next one, or one after so many others. */
  fails(error: Error, after?: number): void;
  /** Resolves once a run waits at the gate. */
  reached(): Promise<void>;
  /** Runs that built something, so far. */
  readonly builds: number;
}

function abortOf(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

export function createIndexGate(): IndexGate {
  let closed: ReturnType<typeof deferred> | undefined;
  let reached = deferred();
  let failure: { readonly error: Error; readonly at: number } | undefined;
  let builds = 0;
  return {
    around: (index) => async (order, listener) => {
      if (order.aim === 'plan') return index(order, listener);
      builds += 1;
      if (failure?.at === builds) throw failure.error;
      if (closed !== undefined) {
        listener.onProgress({ stage: 'embed', done: 3, total: 7 });
        reached.resolve();
        listener.signal?.throwIfAborted();
        await Promise.race([closed.promise, abortOf(listener.signal)]);
      }
      return index(order, listener);
    },
    close() {
      closed = deferred();
      reached = deferred();
    },
    open() {
      closed?.resolve();
      closed = undefined;
    },
    fails(error, after = 0) {
      failure = { error, at: builds + after + 1 };
    },
    reached: () => reached.promise,
    get builds() {
      return builds;
    },
  };
}
