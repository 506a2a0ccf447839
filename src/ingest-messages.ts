import type { EncoderChoice } from './embedding/open-encoder.js';
import type { IngestProgress, IngestReport } from './ingest.js';

/** What an indexing thread is told when it starts. */
export interface IndexingRequest {
  readonly collection: string;
  readonly corpusFolder: string;
  readonly collectionFolder: string;
  readonly vectorsFolder: string;
  readonly encoder: Omit<EncoderChoice, 'onProgress' | 'threaded'>;
  /** Who holds the lock, for whoever finds it taken. */
  readonly owner: string;
  /** Only says what would change. */
  readonly dryRun: boolean;
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
  | { readonly kind: 'done'; readonly report: IngestReport }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly fault: Fault };
