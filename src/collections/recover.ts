import { type CollectionName, isCollectionName } from '../collections.js';
import { removeAbandonedSegments } from '../embedding/segment-folder.js';
import type { Publication, StagingStore } from '../state/seams/staging.js';
import { BusyError, type RunAct } from './acts.js';
import type { CollectionParts } from './collection-parts.js';
import { type CollectionPlace, collectionsIn, removeIfEmpty } from './collection-place.js';
import { settlePublication } from './settle-publication.js';
import { settleEarlier } from './swap-generation.js';

export interface RecoveryInput {
  readonly dataFolder: string;
  readonly staging: Pick<StagingStore, 'begun' | 'finish' | 'callOff' | 'correcting'>;
  readonly placeOf: (name: CollectionName) => CollectionPlace;
  readonly act: RunAct;
  readonly onWarning: (line: string) => void;
}

async function recoverOne(
  { act, onWarning, staging }: RecoveryInput,
  place: CollectionPlace,
  publication: Publication | undefined,
): Promise<void> {
  try {
    await act(place, 'clearing up after a crash', async () => {
      if (publication !== undefined) await settlePublication(place, staging, publication);
      else await place.store.mend();
      await removeAbandonedSegments(place.vectorsFolder);
    });
    await removeIfEmpty(place);
  } catch (error) {
    // Whoever is at it now is alive, and finishes it.
    if (!(error instanceof BusyError)) throw error;
    onWarning(`The collection ${place.name} was left as it is. ${error.message}`);
  }
}

/** What `Collections.settle` does. What is begun is read again under the lock: whoever was at it may have finished it. */
export async function settle(parts: CollectionParts): Promise<void> {
  for (const { collection } of await parts.staging.begun()) {
    if (!isCollectionName(collection)) continue;
    const place = parts.placeOf(collection);
    try {
      await parts.act(place, 'a publication is being brought to its end', () => settleEarlier(parts, place));
    } catch (error) {
      if (!(error instanceof BusyError)) throw error;
    }
  }
}

/** What `Collections.recover` does. */
export async function recover(input: RecoveryInput): Promise<void> {
  const { dataFolder, staging, placeOf } = input;
  const begun = new Map((await staging.begun()).map((publication) => [publication.collection, publication]));
  for (const name of new Set([...begun.keys(), ...(await collectionsIn(dataFolder))])) {
    if (isCollectionName(name)) await recoverOne(input, placeOf(name), begun.get(name));
    else await staging.callOff(name);
  }
}
