import type { CollectionName } from '../collections.js';
import type { EncoderIdentity } from '../embedding/encoder.js';
import type { IndexingListener } from '../ingesting/ingest-thread.js';
import type { IndexingAim, IndexingOrder, IndexingResults } from '../ingesting/messages.js';
import type { StagingStore } from '../state/seams/staging.js';
import type { RunAct } from './acts.js';
import type { CollectionPlace } from './collection-place.js';
import type { VisibleCollections } from './visible-collections.js';

/** Carries out an indexing run, in a thread of its own (ingest-thread.ts) with an encoder of its own. */
export type RunIndexing = <Aim extends IndexingAim>(
  order: IndexingOrder<Aim>,
  listener: IndexingListener,
) => Promise<IndexingResults[Aim]>;

/** What the acts on a collection are made of. */
export interface CollectionParts {
  readonly corpusFolder: string;
  readonly placeOf: (name: CollectionName) => CollectionPlace;
  readonly visible: VisibleCollections;
  readonly act: RunAct;
  readonly staging: StagingStore;
  readonly index: RunIndexing;
  readonly model: Promise<EncoderIdentity>;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
}
