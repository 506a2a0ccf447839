import type { CollectionName } from '#src/collections.js';
import type { Generation } from '#src/types.js';

/** A stretch of time in which a generation may have answered; milliseconds of one clock that never goes back. */
export interface LiveStretch {
  readonly collection: CollectionName;
  readonly generation: string;
  /** When the act began that made it live. */
  readonly from: number;
  /** When the act was over that made another one live. */
  readonly until: number;
}

export interface Swap {
  readonly kind: 'publish' | 'rollback';
  readonly collection: CollectionName;
  readonly generation: string;
  readonly begunAt: number;
  readonly doneAt: number;
}

/** What was live when, and what stood in it. */
export interface Ledger {
  readonly swaps: readonly Swap[];
  note(swap: Swap, generation: Generation): void;
  /** The texts of a generation by document; `undefined` for one that never was. */
  textsOf(collection: CollectionName, generation: string): ReadonlyMap<string, string> | undefined;
  /** Whether a generation may have answered at some time between two moments. */
  wasLive(collection: CollectionName, generation: string, from: number, until: number): boolean;
}

export function createLedger(): Ledger {
  const swaps: Swap[] = [];
  const texts = new Map<string, ReadonlyMap<string, string>>();
  const stretches: LiveStretch[] = [];
  return {
    swaps,
    note(swap, { documents }) {
      const { collection, generation, begunAt, doneAt } = swap;
      swaps.push(swap);
      texts.set(`${collection} ${generation}`, new Map(documents.map(({ id, text }) => [id, text])));
      const at = stretches.findIndex((one) => one.collection === collection && one.until === Number.POSITIVE_INFINITY);
      const before = stretches[at];
      if (before !== undefined) stretches[at] = { ...before, until: doneAt };
      stretches.push({ collection, generation, from: begunAt, until: Number.POSITIVE_INFINITY });
    },
    textsOf: (collection, generation) => texts.get(`${collection} ${generation}`),
    wasLive: (collection, generation, from, until) =>
      stretches.some(
        (one) =>
          one.collection === collection && one.generation === generation && one.from <= until && one.until >= from,
      ),
  };
}
