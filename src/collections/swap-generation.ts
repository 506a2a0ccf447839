import { SwappedError } from '../collections.js';
import type { Publication, StagingStore } from '../state/seams/staging.js';
import type { CollectionParts } from './collection-parts.js';
import type { CollectionPlace } from './collection-place.js';
import { settlePublication } from './settle-publication.js';

/** Ends what a failure of the state left begun: the next publication would take its place, and its entry would be lost. */
export async function settleEarlier({ staging }: CollectionParts, place: CollectionPlace): Promise<void> {
  for (const publication of await staging.begun()) {
    if (publication.collection === place.name) await settlePublication(place, staging, publication);
  }
}

/** From now on the live generation answers; it is loaded first, so that no question waits for it. */
async function showLive({ visible, model }: CollectionParts, { name, store }: CollectionPlace): Promise<void> {
  const id = await store.live();
  if (id === null || visible.loaded(name)?.id === id) return;
  await visible.put(name, await store.load(id, { model: await model }));
}

export interface Swap<T> {
  /** Makes another generation live. */
  readonly run: () => Promise<T>;
  /** Says so in the state, or calls the publication off; true when another generation is live. */
  readonly finish: (result: T) => Promise<boolean>;
}

/** From the moment a publication has begun, nobody takes back what it takes up. */
async function isAllStaged(
  { collection, versions }: Publication,
  staging: Pick<StagingStore, 'changes'>,
): Promise<boolean> {
  if (versions.length === 0) return true;
  const staged = new Set((await staging.changes(collection)).map(({ version }) => version));
  return versions.every((version) => staged.has(version));
}

/** What may have changed on the disk, and whether the state was told how that ended. */
interface Ending {
  /** The generation that is live instead of the one before; `null` when nothing was swapped. */
  readonly swapped: string | null;
  readonly isRecorded: boolean;
}

/** Ends a publication after a failure, as far as the disk and the state let it. */
async function endAfterFailure(
  parts: CollectionParts,
  place: CollectionPlace,
  { before }: Publication,
): Promise<Ending> {
  let isRecorded = true;
  try {
    await settleEarlier(parts, place);
  } catch {
    // What made it fail the first time is told; this is tried again (`Collections.settle`).
    isRecorded = false;
  }
  const live = await place.store.live();
  if (live === null || live === before) return { swapped: null, isRecorded };
  await showLive(parts, place);
  return { swapped: live, isRecorded };
}

/**
 * Says in the state that a swap begins, swaps, and ends what was begun however that goes. `changed`, and nothing is
 * done, when what it was to take up was taken back meanwhile.
 *
 * @throws SwappedError when another generation is live, and `result` or its entry is missing
 */
export async function swapGeneration<T>(
  parts: CollectionParts,
  place: CollectionPlace,
  publication: Publication,
  { run, finish }: Swap<T>,
): Promise<T | 'changed'> {
  const { staging } = parts;
  await staging.begin(publication);
  if (!(await isAllStaged(publication, staging))) {
    await staging.callOff(place.name);
    return 'changed';
  }
  let result: T;
  try {
    result = await run();
  } catch (error) {
    const { swapped, isRecorded } = await endAfterFailure(parts, place, publication);
    throw swapped === null ? error : new SwappedError(swapped, isRecorded, error);
  }
  try {
    if (!(await finish(result))) return result;
  } catch (error) {
    const { swapped, isRecorded } = await endAfterFailure(parts, place, publication);
    if (swapped === null) throw error;
    if (!isRecorded) throw new SwappedError(swapped, isRecorded, error);
    return result;
  }
  await showLive(parts, place);
  return result;
}
