import type { DocumentMetadata, SourceFile } from '../../types.js';
import type { Audited } from './audit.js';

/** What a moderator wants to be different at the next re-index of a collection. One change a document: the last one counts. */
export type StagedChange =
  | {
      readonly kind: 'put';
      readonly collection: string;
      /** `server:NAME`. */
      readonly document: string;
      /** Names this very change: another one to the same document has another version. */
      readonly version: string;
      readonly metadata: DocumentMetadata;
      readonly source: SourceFile;
      /** UTF-16 code units of the text. */
      readonly length: number;
      readonly by: string;
      /** Milliseconds since 1970. */
      readonly at: number;
    }
  | {
      readonly kind: 'remove';
      readonly collection: string;
      readonly document: string;
      readonly version: string;
      readonly by: string;
      readonly at: number;
    };

/** A change with what it puts: text, and what the source hides from its readers (for the poisoning report). */
export interface StagedText {
  readonly text: string;
  readonly hidden: readonly string[];
}

/** A publication that has begun: written before the live generation is swapped, taken away with the entry in the audit log. */
export interface Publication {
  readonly collection: string;
  /** The generation that was live; `null` for none. */
  readonly before: string | null;
  /** Versions of the staged changes that it takes up. */
  readonly versions: readonly string[];
  /** The entry to be written when it is done; `after` is filled in then. */
  readonly entry: Omit<Audited, 'after'>;
}

export interface StagingStore {
  /** Stages the text of a document, new or in the place of what stands there. */
  put(change: Extract<StagedChange, { kind: 'put' }>, staged: StagedText, audited: Audited): Promise<void>;
  remove(change: Extract<StagedChange, { kind: 'remove' }>, audited: Audited): Promise<void>;
  /**
   * Takes a staged change back; false, and nothing is written, when there is none. `publishing`, and nothing is written
   * either, when a publication that has begun takes it up.
   */
  discard(collection: string, document: string, audited: Audited): Promise<boolean | 'publishing'>;
  /** In the order in which they were staged. */
  changes(collection: string): Promise<readonly StagedChange[]>;
  /** The text of a staged change; `null` for a removal and for what is not there. */
  text(collection: string, document: string, version: string): Promise<StagedText | null>;
  /** Says that a publication begins: one a collection, a new one takes the place of what a crash left. */
  begin(publication: Publication): Promise<void>;
  /** What has begun and was neither finished nor called off. */
  begun(): Promise<readonly Publication[]>;
  /**
   * In one transaction: the publication is no longer begun, its staged changes go (those of the same version: what was
   * staged meanwhile stays), its entry is in the audit log, and `correcting` is the collection's work of self-correction.
   */
  finish(publication: Publication, after: string, correcting: Correcting | null): Promise<void>;
  /** The publication came to nothing: it is no longer begun, and nothing else changes. */
  callOff(collection: string): Promise<void>;
  /**
   * Notes a swap that was no publication of this installation's moderators: the work of self-correction it calls for, and
   * its entries in audit logs, in one transaction.
   */
  noteSwap(correcting: Correcting, audited: readonly Audited[]): Promise<void>;
  /** The self-correction that is to be done, one a collection; `merge`d when another swap came before it was. */
  correcting(): Promise<readonly Correcting[]>;
  /** Takes one away, unless another swap changed it meanwhile. */
  corrected(correcting: Correcting): Promise<void>;
}

/** Answers that may have to be corrected, because documents changed under them. */
export interface Correcting {
  readonly collection: string;
  /** The generation that is live since. */
  readonly generation: string;
  /** Ids of documents that came, changed or went, of all swaps since the last correction. */
  readonly documents: readonly string[];
}
