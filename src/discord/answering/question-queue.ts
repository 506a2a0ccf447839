/** Lets a few pieces of work run at once and bounds how many wait. */
export interface QuestionQueue {
  /**
   * What the work gives, or `busy` at once when too many wait already; the work is not begun then. Once `signal` is
   * aborted nobody waits for it any more: its place in the line, or among those that run, is free for the next.
   *
   * @param work Given a way to leave its place before it is done, for what is merely waited for.
   * @throws the signal's reason when it is aborted
   */
  run<T>(work: (leavePlace: () => void) => Promise<T>, signal?: AbortSignal): Promise<T | 'busy'>;
  /**
   * Resolves when nobody waits and there is room: what nobody waits for, such as a preview, asks for this before each
   * piece of its work, so that members go first.
   *
   * @throws the signal's reason when it is aborted
   */
  whenQuiet(signal?: AbortSignal): Promise<void>;
}

export interface QueueLimits {
  /** How many run at once, at least 1. */
  readonly running: number;
  /** How many may wait, at least 0. */
  readonly waiting: number;
}

/** What a promise gives, unless the signal is aborted before. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    const settle = (): void => signal.removeEventListener('abort', stop);
    work.then(resolve, reject).finally(settle);
  });
}

/** First come, first served. */
export function createQuestionQueue({ running, waiting }: QueueLimits): QuestionQueue {
  const line = new Set<() => void>();
  const patient = new Set<() => void>();
  let busy = 0;

  /** Hands the place of whoever leaves over, so that nobody slips in between. */
  function leave(): void {
    const [next] = line;
    if (next === undefined) {
      busy -= 1;
      for (const look of patient) look();
      patient.clear();
      return;
    }
    line.delete(next);
    next();
  }

  function isQuiet(): boolean {
    return busy < running && line.size === 0;
  }

  function turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        line.delete(take);
        reject(signal?.reason);
      };
      const take = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      line.add(take);
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  return {
    async run(work, signal) {
      signal?.throwIfAborted();
      if (busy < running) busy += 1;
      else if (line.size >= waiting) return 'busy';
      else await turn(signal);
      let hasPlace = true;
      const leaveOnce = (): void => {
        if (!hasPlace) return;
        hasPlace = false;
        leave();
      };
      try {
        signal?.throwIfAborted();
        return await unlessAborted(work(leaveOnce), signal);
      } finally {
        leaveOnce();
      }
    },
    async whenQuiet(signal) {
      signal?.throwIfAborted();
      // Whoever was told first may have begun something meanwhile: each looks for itself.
      while (!isQuiet()) await unlessAborted(new Promise<void>((resolve) => patient.add(resolve)), signal);
    },
  };
}
