import type { BotParts } from '../bot-parts.js';
import type { CorrectedCollection } from './correct-collection.js';

/** Before what could not be done is tried again: then doubled, up to the longest. Milliseconds. */
const firstRestMs = 30_000;
const longestRestMs = 600_000;
/** A record that could not be corrected so often is left as it is. */
const mostTries = 8;

/** What could not be done just now in each collection, and when it is tried again. */
export interface LaterTries {
  isResting(collection: string): boolean;
  /** Leaves a collection in peace for a while; each of the records that failed has one try less. */
  rest(collection: string, round: Pick<CorrectedCollection, 'failed' | 'endedBy'>): void;
  isGivenUp(collection: string, record: string): boolean;
  /** The records that failed in the last round. */
  postponed(collection: string): readonly string[];
  /** Everything is tried again at once. */
  wake(): void;
  /** A collection is done. */
  forget(collection: string): void;
}

/** @param clock Milliseconds of a clock that never goes back */
export function createLaterTries(clock: () => number, log: Pick<BotParts['log'], 'warn'>): LaterTries {
  const rests = new Map<string, { readonly rounds: number; readonly until: number }>();
  const tries = new Map<string, Map<string, number>>();
  const postponed = new Map<string, readonly string[]>();
  const isGivenUp = (collection: string, record: string): boolean =>
    (tries.get(collection)?.get(record) ?? 0) >= mostTries;

  return {
    isResting: (collection) => (rests.get(collection)?.until ?? 0) > clock(),
    rest(collection, round) {
      const rounds = (rests.get(collection)?.rounds ?? 0) + 1;
      rests.set(collection, { rounds, until: clock() + Math.min(longestRestMs, firstRestMs * 2 ** (rounds - 1)) });
      postponed.set(collection, [...round.failed, ...round.endedBy]);
      const counts = tries.get(collection) ?? new Map<string, number>();
      tries.set(collection, counts);
      for (const record of round.failed) {
        counts.set(record, (counts.get(record) ?? 0) + 1);
        if (isGivenUp(collection, record))
          log.warn({ record }, 'an earlier answer could not be corrected and is left as it is');
      }
    },
    isGivenUp,
    postponed: (collection) => postponed.get(collection) ?? [],
    wake() {
      rests.clear();
      postponed.clear();
    },
    forget(collection) {
      rests.delete(collection);
      tries.delete(collection);
      postponed.delete(collection);
    },
  };
}
