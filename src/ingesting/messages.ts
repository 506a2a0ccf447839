import type { EncoderIdentity } from '../embedding/encoder.js';
import type { EncoderChoice } from '../embedding/open-encoder.js';
import type { BuiltCandidate, IngestReport } from '../ingest.js';
import type { IngestPlan, IngestProgress } from './plan.js';
import type { SourceOrder } from './source.js';

/** What may be wanted of an indexing run, and what it gives. */
export interface IndexingResults {
  /** Only says what would change. */
  readonly plan: IngestPlan;
  /** Builds, and publishes nothing; `null` when nothing would change. */
  readonly build: BuiltCandidate | null;
  /** `changed` when it would not be what was confirmed. */
  readonly publish: IngestReport | 'changed';
}
export type IndexingAim = keyof IndexingResults;

/** One run over one collection. */
export interface IndexingOrder<Aim extends IndexingAim = IndexingAim> {
  readonly aim: Aim;
  readonly collection: string;
  readonly source: SourceOrder;
  readonly collectionFolder: string;
  readonly vectorsFolder: string;
  /** Who holds the lock, for whoever finds it taken; `null` when it is held for this run already. */
  readonly owner: string | null;
  /** The fingerprint of the plan that may be published; `null` for any. */
  readonly confirmed: string | null;
  /** The identity of the encoder where it is known: a plan then needs no encoder. */
  readonly model: EncoderIdentity | null;
  /** Whether the plan says what new and different documents should not say. */
  readonly screens: boolean;
}

/** What an indexing thread is told when it starts. */
export interface IndexingRequest<Aim extends IndexingAim = IndexingAim> extends IndexingOrder<Aim> {
  readonly encoder: Omit<EncoderChoice, 'onProgress' | 'threaded'>;
}

/** A download comes before everything else, and counts bytes. */
export type IndexingProgress =
  | IngestProgress
  | { readonly stage: 'download'; readonly done: number; readonly total: number };

/** An error on its way between threads, where classes do not survive. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  /** Set for errors that are for people. */
  readonly remedy: string | undefined;
  readonly path: string | undefined;
  readonly stack: string | undefined;
}

export type IndexingReply =
  | { readonly kind: 'progress'; readonly progress: IndexingProgress }
  | { readonly kind: 'warning'; readonly line: string }
  | { readonly kind: 'done'; readonly result: IndexingResults[IndexingAim] }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly fault: Fault };
