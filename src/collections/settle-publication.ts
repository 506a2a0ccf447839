import { GenerationError } from '../errors.js';
import { compareDocuments, type DocumentFacts } from '../ingesting/change.js';
import type { Publication, StagingStore } from '../state/seams/staging.js';
import type { CollectionPlace } from './collection-place.js';

/**
 * Ids of documents that came, changed or went: what answers cite of them may no longer be so, or be so again (an answer
 * that was withdrawn comes back with its document).
 */
export function affectedDocuments(
  before: readonly DocumentFacts[],
  after: readonly DocumentFacts[],
): readonly string[] {
  const { added, changed, removed } = compareDocuments(before, after);
  return [...added, ...changed, ...removed];
}

async function documentsOf({ store }: CollectionPlace, id: string | null): Promise<readonly DocumentFacts[] | null> {
  if (id === null) return [];
  try {
    return (await store.load(id)).documents;
  } catch (error) {
    if (error instanceof GenerationError) return null;
    throw error;
  }
}

/** As `affectedDocuments`; when the earlier generation is gone, everything that there is now may have changed. */
async function affectedBetween(
  place: CollectionPlace,
  before: string | null,
  after: string,
): Promise<readonly string[]> {
  const now = (await documentsOf(place, after)) ?? [];
  const then = await documentsOf(place, before);
  return then === null ? now.map(({ id }) => id) : affectedDocuments(then, now);
}

/**
 * Puts the entry of a publication into the audit log, with the correction of answers that it calls for. One that waits is
 * told of the new generation, also when no document changed: it is only carried out on the one that is live.
 */
export async function finishPublication(
  staging: Pick<StagingStore, 'finish' | 'correcting'>,
  publication: Publication,
  generation: string,
  documents: readonly string[],
): Promise<void> {
  const { collection } = publication;
  const isCalledFor = documents.length > 0 || (await staging.correcting()).some((one) => one.collection === collection);
  await staging.finish(publication, generation, isCalledFor ? { collection, generation, documents } : null);
}

/**
 * Ends a publication whose course nobody knows: done when another generation is live than before it, otherwise called
 * off. The caller holds the collection's lock. Gives whether it was done.
 */
export async function settlePublication(
  place: CollectionPlace,
  staging: Pick<StagingStore, 'finish' | 'callOff' | 'correcting'>,
  publication: Publication,
): Promise<boolean> {
  const live = await place.store.mend();
  if (live === null || live === publication.before) {
    await staging.callOff(publication.collection);
    return false;
  }
  await finishPublication(staging, publication, live, await affectedBetween(place, publication.before, live));
  return true;
}
