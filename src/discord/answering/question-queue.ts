/** Lets a few pieces of work run at once and bounds how many wait. */
export interface QuestionQueue {
  /** What the work gives, or `busy` at once when too many wait already; the work is not begun then. */
  run<T>(work: () => Promise<T>): Promise<T | 'busy'>;
}

export interface QueueLimits {
  /** How many run at once, at least 1. */
  readonly running: number;
  /** How many may wait, at least 0. */
  readonly waiting: number;
}

/** First come, first served. */
export function createQuestionQueue({ running, waiting }: QueueLimits): QuestionQueue {
  const line: (() => void)[] = [];
  let busy = 0;
  return {
    async run(work) {
      if (busy >= running) {
        if (line.length >= waiting) return 'busy';
        // Whoever leaves hands the place over, so that nobody slips in between.
        await new Promise<void>((resolve) => line.push(resolve));
      } else busy += 1;
      try {
        return await work();
      } finally {
        const next = line.shift();
        if (next === undefined) busy -= 1;
        else next();
      }
    },
  };
}
