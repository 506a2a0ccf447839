import type { CollectionName } from '../collections.js';
import { GenerationError } from '../errors.js';
import { acquireBuildLock, type BuildLock, LockHeldError } from '../indexing/build-lock.js';
import type { Audited } from '../state/seams/audit.js';
import type { CollectionPlace } from './collection-place.js';

/**
 * Runs one act at a time for each collection, in this process and in all others of the installation.
 *
 * @throws BusyError when another one is under way; GenerationError when the disk refuses the lock; what `work` throws
 */
export type RunAct = <T>(place: CollectionPlace, what: string, work: () => Promise<T>) => Promise<T>;

export interface ActsInput {
  /** What this process is, for whoever finds a lock taken: `the bot`. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onWarning: (line: string) => void;
}

/** Something else is being done with the same documents. Moderators read this: host and file are not theirs to know. */
export class BusyError extends GenerationError {
  constructor(what: string) {
    super(
      `Something else is being done with these documents just now: ${what}.`,
      'Wait until it is done, then try again.',
    );
  }
}

/** What is being done, and by whom: `reindex run by <@1017654321098765432>`. */
export function actInWords({ act, actor }: Pick<Audited, 'act' | 'actor'>): string {
  return `${act} by ${/^\d+$/u.test(actor) ? `<@${actor}>` : actor}`;
}

export function createActs({ owner, now, onWarning }: ActsInput): RunAct {
  const underWay = new Map<CollectionName, string>();

  async function lock({ folder }: CollectionPlace): Promise<BuildLock> {
    try {
      return await acquireBuildLock({ folder, owner, now, onWarning });
    } catch (error) {
      throw error instanceof LockHeldError ? new BusyError(error.owner ?? 'by another process') : error;
    }
  }

  return async (place, what, work) => {
    const other = underWay.get(place.name);
    if (other !== undefined) throw new BusyError(other);
    underWay.set(place.name, what);
    try {
      const held = await lock(place);
      try {
        return await work();
      } finally {
        await held.release();
      }
    } finally {
      underWay.delete(place.name);
    }
  };
}
