import { GenerationError } from './errors.js';
import type { GenerationRecord } from './indexing/generation-store.js';
import type { IngestReport } from './ingest.js';
import type { CorpusChange } from './ingesting/change.js';
import type { IndexingProgress } from './ingesting/messages.js';
import type { PlannedDocument } from './ingesting/planned-documents.js';
import type { Audited } from './state/seams/audit.js';
import type { Generation } from './types.js';

// The interface; collections/open-collections.ts is what stands behind it.

/** The collection of the folder `corpus/`. */
export const sharedCollection = 'shared';

/** `shared`, or `guild-ID` for what the moderators of one Discord server add. */
export type CollectionName = typeof sharedCollection | `guild-${string}`;

/** @throws RangeError for anything but the id of a guild: it becomes the name of a folder */
export function collectionOfGuild(guild: string): CollectionName {
  if (!/^\d{1,20}$/u.test(guild)) throw new RangeError(`${JSON.stringify(guild)} is no id of a server.`);
  return `guild-${guild}`;
}

export function isCollectionName(text: string): text is CollectionName {
  return /^(?:shared|guild-\d{1,20})$/u.test(text);
}

/** The guild whose collection it is; `null` for the shared one. */
export function guildOfCollection(collection: CollectionName): string | null {
  return collection === sharedCollection ? null : collection.slice('guild-'.length);
}

export type { PlannedDocument };

/** What the next re-index of a collection would do. Nothing was embedded for it. */
export interface CollectionPlan {
  readonly collection: CollectionName;
  /** The live generation; `null` before the first one. */
  readonly live: string | null;
  readonly change: CorpusChange;
  /** True when there is nothing to publish. */
  readonly isEmpty: boolean;
  /**
   * 12 letters and digits that stand for the live generation and for the contents it would be replaced by: equal plans,
   * equal fingerprints. Whoever confirms a plan confirms this.
   */
  readonly fingerprint: string;
  /** The documents that would be new or different. Their texts are not among it: they may be ten thousand pages. */
  readonly documents: readonly PlannedDocument[];
}

/** A generation that was built to be looked at. It is not live, and nobody is answered from it. */
export interface Candidate {
  /** Its documents are screened. */
  readonly plan: CollectionPlan;
  readonly generation: Generation;
  /** Texts that the encoder had to read. */
  readonly embedded: number;
  readonly elapsedMs: number;
  /** Removes it. */
  discard(): Promise<void>;
}

export interface WorkOptions {
  readonly onProgress?: (progress: IndexingProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface PlanOptions extends WorkOptions {
  /** Whether the documents are looked through for what they should not say, which takes longer than reading them. */
  readonly isScreened?: boolean;
}

export interface Published {
  readonly report: IngestReport;
  /** Ids of documents that came, changed or went: answers that cite them may have to be corrected. */
  readonly documents: readonly string[];
}

/** Something failed once another generation was live. It is what members are answered from, and nothing takes it back. */
export class SwappedError extends GenerationError {
  /** The one that is live. */
  readonly generation: string;
  /** Whether the audit log has it, and the staged changes are done with. Otherwise `settle` sees to that. */
  readonly isRecorded: boolean;

  constructor(generation: string, isRecorded: boolean, cause: unknown) {
    const what = `Generation ${generation} is live, but something failed after that`;
    super(
      isRecorded ? `${what}.` : `${what}: the audit log does not have it yet.`,
      isRecorded ? 'There is nothing to repeat.' : 'There is nothing to repeat: the entry follows by itself.',
      { cause },
    );
    this.generation = generation;
    this.isRecorded = isRecorded;
  }
}

/**
 * The collections of this installation: which generations somebody may see, and what moderators do to them. One act at a
 * time for each collection; a second one is refused with who is at it.
 *
 * Its methods throw CorpusError, GenerationError, EncoderError and StateError as the stories below do. After each of
 * them, and after a crash at any moment, exactly one generation of a collection is live (or none, before the first).
 */
export interface Collections {
  /** The generations that members of a server may see: the shared one, and after it the server's own if it has one. */
  visibleTo(guild: string | null): Promise<readonly Generation[]>;
  /**
   * The live generation of one collection, whatever model it is of: members may not see it. `null` before the first.
   *
   * @throws GenerationError when none is sound: nobody can say then what is live
   */
  live(collection: CollectionName): Promise<Generation | null>;
  /** Reads what changed; holds no lock. */
  plan(collection: CollectionName, options?: PlanOptions): Promise<CollectionPlan>;
  /** Builds what `plan` says without publishing it. `null` when the plan is empty. */
  prepare(collection: CollectionName, options?: WorkOptions): Promise<Candidate | null>;
  /**
   * Builds and swaps, and notes it in the audit log in the same breath: `entry` is completed with the generation. Resolves
   * once the new generation answers. Questions neither fail nor wait meanwhile.
   *
   * @param fingerprint Of the plan that was confirmed. `changed` when it is no longer what would be published: nothing is done.
   * @throws SwappedError when something failed once it was live; after any other error it is not
   */
  publish(
    collection: CollectionName,
    fingerprint: string,
    entry: Omit<Audited, 'after'>,
    options?: WorkOptions,
  ): Promise<Published | 'changed'>;
  /** Newest first; only manifests are read. */
  history(collection: CollectionName): Promise<readonly GenerationRecord[]>;
  /** Loads any generation of a collection, to compare with. */
  load(collection: CollectionName, generation: string): Promise<Generation>;
  /**
   * Makes an older (or newer) generation live, with its entry in the audit log.
   *
   * @param confirmed The generation that was live when this was asked; another one is not rolled back. Any when absent.
   * @throws SwappedError as `publish` does; GenerationError when another one than `confirmed` is live
   */
  rollback(
    collection: CollectionName,
    generation: string,
    entry: Omit<Audited, 'after'>,
    confirmed?: string | null,
  ): Promise<Published>;
  /** The collections that have something on the disk, the shared one too; in no promised order. */
  onDisk(): Promise<readonly CollectionName[]>;
  /**
   * Removes everything of a server's collection from the disk; nothing when there is none.
   *
   * @throws RangeError for the shared one
   */
  remove(collection: CollectionName): Promise<void>;
  /** Goes on with generations that another process published; true when there was one. */
  refresh(): Promise<boolean>;
  /** Finishes or calls off what a crash interrupted, and removes what it left on the disk. Called once, before anything else. */
  recover(): Promise<void>;
  /**
   * Finishes or calls off publications that nobody is at any more: the state may have refused to hear of them, or
   * somebody was in the way of `recover`.
   */
  settle(): Promise<void>;
}
