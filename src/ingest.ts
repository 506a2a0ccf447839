import { embedWithCache } from './embedding/embed-with-cache.js';
import type { Encoder } from './embedding/encoder.js';
import type { VectorCache } from './embedding/vector-cache.js';
import { GenerationError } from './errors.js';
import { buildGeneration } from './indexing/build-generation.js';
import { acquireBuildLock } from './indexing/build-lock.js';
import type { CorpusChange } from './ingesting/change.js';
import { type Draft, draftIngest, type IngestPlan, type PlanParts } from './ingesting/plan.js';

export interface IngestParts extends Omit<PlanParts, 'model'> {
  /** Where the collection's generations lie. */
  readonly collectionFolder: string;
  readonly encoder: Encoder;
  readonly cache: VectorCache;
  /** Who holds the lock, for whoever finds it taken: `parley index`, `the bot`. `null` when the caller holds it already. */
  readonly owner: string | null;
}

/** A build that is whole and not published. */
export interface BuiltCandidate {
  readonly plan: IngestPlan;
  readonly id: string;
  /** Texts that the encoder had to read. */
  readonly embedded: number;
}

export interface IngestReport {
  readonly collection: string;
  /** The generation that is live afterwards; `null` while there is none. */
  readonly generation: string | null;
  readonly published: boolean;
  readonly change: CorpusChange;
  /** Texts that the encoder had to read; the others came from the cache. */
  readonly embedded: number;
  readonly elapsedMs: number;
}

function refuseNothing({ source }: IngestParts, { plan, documents }: Draft): void {
  const refusal = documents.some(({ chunks }) => chunks.length > 0) ? null : source.refuseNothing(plan.change.skipped);
  if (refusal !== null) throw refusal;
}

async function build(
  parts: IngestParts,
  { documents, previous }: Draft,
): Promise<{ readonly id: string; readonly embedded: number }> {
  const { collection, collectionFolder, encoder, cache, now, onProgress, signal } = parts;
  const texts = documents.flatMap(({ chunks }) => chunks.map(({ text }) => text));
  const known = cache.size;
  const vectors = await embedWithCache(encoder, cache, texts, {
    onProgress: (done, total) => onProgress({ stage: 'embed', done, total }),
    signal,
  });
  const { id } = await buildGeneration({
    folder: collectionFolder,
    collection,
    model: encoder.identity,
    documents,
    vectors,
    previous,
    now,
    onProgress,
    signal,
  });
  return { id, embedded: cache.size - known };
}

async function underLock<T>({ collectionFolder: folder, owner, now, onWarning }: IngestParts, work: () => Promise<T>) {
  if (owner === null) return work();
  const lock = await acquireBuildLock({ folder, owner, now, onWarning });
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

/**
 * Builds what `ingest` would publish, and leaves it where builds lie: `store.discardBuild` or the next publication
 * removes it. `null` when there is nothing to publish. @throws as `ingest` does
 */
export function buildCandidate(parts: IngestParts): Promise<BuiltCandidate | null> {
  return underLock(parts, async () => {
    const drafted = await draftIngest({ ...parts, model: parts.encoder.identity });
    refuseNothing(parts, drafted);
    return drafted.plan.isEmpty ? null : { plan: drafted.plan, ...(await build(parts, drafted)) };
  });
}

/** Old generations may stay for a while: what is published is published. */
async function pruneIfPossible({ store, onWarning }: IngestParts): Promise<void> {
  try {
    await store.prune();
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    onWarning(`Older generations could not be removed: ${error.message}`);
  }
}

/**
 * Documents become a live generation: read, chunk, embed, build, publish. Only what changed is read and embedded; when
 * nothing changed, nothing is published.
 *
 * @param confirmed The fingerprint of the plan that somebody agreed to: when another one would be carried out, nothing is
 * done, and the result is `changed`.
 * @throws CorpusError when the source must not be without searchable documents and is; GenerationError when another run
 * holds the lock or the disk refuses; EncoderError when the encoder fails. The live generation is untouched after each of
 * them.
 */
export function ingest(parts: IngestParts): Promise<IngestReport>;
export function ingest(parts: IngestParts, confirmed: string | null): Promise<IngestReport | 'changed'>;
export function ingest(parts: IngestParts, confirmed: string | null = null): Promise<IngestReport | 'changed'> {
  const { collection, encoder, now, store, signal } = parts;
  const startedAt = now();
  return underLock(parts, async () => {
    const drafted = await draftIngest({ ...parts, model: encoder.identity });
    const { change, fingerprint, isEmpty, live } = drafted.plan;
    if (confirmed !== null && confirmed !== fingerprint) return 'changed';
    refuseNothing(parts, drafted);
    const report = { collection, change };
    if (isEmpty) return { ...report, generation: live, published: false, embedded: 0, elapsedMs: now() - startedAt };
    const { id, embedded } = await build(parts, drafted);
    if (signal?.aborted === true) {
      await store.discardBuild(id);
      throw signal.reason;
    }
    await store.publish(id);
    await pruneIfPossible(parts);
    return { ...report, generation: id, published: true, embedded, elapsedMs: now() - startedAt };
  });
}
