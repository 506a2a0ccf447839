import type { IngestReport } from '../ingest.js';
import type { IndexingListener } from '../ingesting/ingest-thread.js';
import type { IngestPlan } from '../ingesting/plan.js';
import type { RunIndexing } from './collection-parts.js';
import type { CollectionPlace } from './collection-place.js';

export interface FolderIndexing {
  readonly place: CollectionPlace;
  readonly corpusFolder: string;
  readonly dryRun: boolean;
  /** Who holds the lock, for whoever finds it taken. */
  readonly owner: string;
  readonly index: RunIndexing;
}

/** A plan as the report of a run that changed nothing. */
export function reportOfPlan({ collection, live, change }: IngestPlan, elapsedMs: number): IngestReport {
  return { collection, generation: live, published: false, change, embedded: 0, elapsedMs };
}

/** An operator's run over the files of a collection: no state knows of it, and nobody confirms its plan. */
export async function indexFolder(
  { place, corpusFolder, dryRun, owner, index }: FolderIndexing,
  listener: IndexingListener,
): Promise<IngestReport> {
  const startedAt = performance.now();
  const { name: collection, folder: collectionFolder, vectorsFolder } = place;
  const source = { kind: 'folder', folder: corpusFolder } as const;
  const unasked = { confirmed: null, model: null, screens: false };
  const order = { collection, source, collectionFolder, vectorsFolder, owner, ...unasked };
  if (dryRun) return reportOfPlan(await index({ ...order, aim: 'plan' }, listener), performance.now() - startedAt);
  const report = await index({ ...order, aim: 'publish' }, listener);
  if (report === 'changed') throw new Error('A plan was refused that nobody made.');
  return report;
}
