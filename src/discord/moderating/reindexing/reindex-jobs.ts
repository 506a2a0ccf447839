import type { CollectionName } from '../../../collections.js';
import type { IndexingProgress } from '../../../ingesting/messages.js';

/** How far a piece of work on a collection is. `total` is 0 while nobody knows. */
export interface ReindexProgress {
  /** Besides those of indexing: `ask` compares answers. */
  readonly stage: IndexingProgress['stage'] | 'ask';
  readonly done: number;
  readonly total: number;
}

export interface JobClaim {
  readonly kind: 'plan' | 'preview' | 'publish' | 'rollback-question' | 'rollback';
  readonly collections: readonly CollectionName[];
  /** Where it was begun, and the moderator's user id. */
  readonly guild: string;
  readonly by: string;
}

/** Why work was called off. `restart` is the bot's own end. */
export type StopReason = 'stopped' | 'overdue' | 'restart';

/** Work that is under way, for whoever wants to know of it. */
export interface RunningJob extends JobClaim {
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly progress: ReindexProgress | null;
}

export interface ReindexJob extends RunningJob {
  /** Aborted, with a StopReason, when the work is called off. */
  readonly signal: AbortSignal;
  note(progress: ReindexProgress): void;
  stop(because: StopReason): void;
  /** To be called once the work has ended, in whatever way. */
  end(): void;
}

/** What runs now, by collection, in this process: one piece of work a collection. */
export interface ReindexJobs {
  /** Begins work on collections that are all free, or gives what is in the way. */
  begin(claim: JobClaim): { readonly job: ReindexJob } | { readonly inTheWay: RunningJob };
  /** What runs on any of these, in the order in which it was begun. */
  running(collections: readonly CollectionName[]): readonly RunningJob[];
  /** Calls off what was begun in a server; gives its number. */
  stop(guild: string): number;
}

/** @param givingUp Aborted when the bot ends: then everything is called off. */
export function createReindexJobs(now: () => number, givingUp: AbortSignal): ReindexJobs {
  const jobs = new Set<ReindexJob>();

  function running(collections: readonly CollectionName[]): readonly ReindexJob[] {
    return [...jobs].filter((job) => job.collections.some((collection) => collections.includes(collection)));
  }

  function create(claim: JobClaim): ReindexJob {
    const calledOff = new AbortController();
    let progress: ReindexProgress | null = null;
    const stop = (because: StopReason): void => calledOff.abort(because);
    const giveUp = (): void => stop('restart');
    if (givingUp.aborted) giveUp();
    givingUp.addEventListener('abort', giveUp, { once: true });
    const job: ReindexJob = {
      ...claim,
      since: now(),
      get progress() {
        return progress;
      },
      signal: calledOff.signal,
      note(newer) {
        progress = newer;
      },
      stop,
      end() {
        jobs.delete(job);
        givingUp.removeEventListener('abort', giveUp);
      },
    };
    return job;
  }

  return {
    begin(claim) {
      const [inTheWay] = running(claim.collections);
      if (inTheWay !== undefined) return { inTheWay };
      const job = create(claim);
      jobs.add(job);
      return { job };
    },
    running,
    stop(guild) {
      const stopped = [...jobs].filter((job) => job.guild === guild && !job.signal.aborted);
      for (const job of stopped) job.stop('stopped');
      return stopped.length;
    },
  };
}
