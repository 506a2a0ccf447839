import { sharedCollection, type WorkOptions } from '../collections.js';
import type { IndexingListener } from '../ingesting/ingest-thread.js';
import type { IndexingAim, IndexingOrder } from '../ingesting/messages.js';
import type { SourceOrder } from '../ingesting/source.js';
import type { Generation } from '../types.js';
import type { CollectionParts } from './collection-parts.js';
import type { CollectionPlace } from './collection-place.js';
import { wantedDocuments } from './wanted-documents.js';

/** An indexing run, and what it was made out from. */
export interface MadeOrder<Aim extends IndexingAim> {
  readonly order: IndexingOrder<Aim>;
  /** The generation that was live then. */
  readonly live: string | null;
  /** Versions of the staged changes that it takes up. */
  readonly versions: readonly string[];
}

/** The live generation with its documents, whatever model it is of. */
export async function readLive(
  { visible }: Pick<CollectionParts, 'visible'>,
  { name, store }: CollectionPlace,
): Promise<Generation | null> {
  const loaded = visible.loaded(name);
  return loaded !== null && loaded.id === (await store.live()) ? loaded : store.loadLive();
}

async function sourceOf(
  parts: CollectionParts,
  place: CollectionPlace,
): Promise<{ readonly source: SourceOrder; readonly versions: readonly string[] }> {
  if (place.name === sharedCollection) return { source: { kind: 'folder', folder: parts.corpusFolder }, versions: [] };
  const live = await readLive(parts, place);
  const { documents, versions } = await wantedDocuments(place.name, live?.documents ?? [], parts.staging);
  return { source: { kind: 'given', documents }, versions };
}

export async function orderIndexing<Aim extends IndexingAim>(
  parts: CollectionParts,
  place: CollectionPlace,
  aim: Aim,
  { confirmed = null, screens = false }: Partial<Pick<IndexingOrder, 'confirmed' | 'screens'>> = {},
): Promise<MadeOrder<Aim>> {
  const live = await place.store.live();
  const { source, versions } = await sourceOf(parts, place);
  const { name: collection, folder: collectionFolder, vectorsFolder } = place;
  const model = await parts.model;
  // Whoever builds holds the lock already, for longer than the run.
  return {
    order: { aim, collection, source, collectionFolder, vectorsFolder, owner: null, confirmed, model, screens },
    live,
    versions,
  };
}

export function listenerOf(
  { onWarning }: Pick<CollectionParts, 'onWarning'>,
  { onProgress = () => undefined, signal }: WorkOptions,
): IndexingListener {
  return { onProgress, onWarning, signal };
}
