/** What the process that is to be killed does, one after the other. */
export const actKinds = [
  /** Opens the state, the collections, and recovers. */
  'open',
  /** Adds, replaces, removes or discards a document. */
  'stage',
  'publish',
  'rollback',
  'settings',
  /** Brings a database of the first version to the newest. */
  'migrate',
  /** Keeps what was shown and where. */
  'show',
  /** The bookkeeping of self-correction. */
  'correct',
] as const;
export type ActKind = (typeof actKinds)[number];

/** As much of an entry in the audit log as tells it from all others. */
export interface Acknowledged {
  readonly guild: string;
  readonly act: string;
  readonly subject: string | null;
  readonly after: string | null;
}

/** A line of the child's output. */
export type ChildWord =
  | { readonly kind: 'begins'; readonly act: ActKind }
  | {
      readonly kind: 'done';
      readonly act: ActKind;
      /** What must be in the audit log from now on. */
      readonly entries: readonly Acknowledged[];
      /** Ids of records that are kept. */
      readonly records: readonly string[];
    };

export interface ChildOrder {
  /** Has the data, the corpus and old databases. */
  readonly folder: string;
  readonly seed: number;
  /** Counted on from here, so that no two versions of a document are the same. */
  readonly firstRound: number;
}
