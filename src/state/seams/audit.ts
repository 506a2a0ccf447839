/** One act of a moderator. Never holds what members asked or wrote. */
export interface AuditEntry {
  readonly guild: string;
  /** The moderator's user id; `parley` for what Parley did by itself, such as finishing what a crash interrupted. */
  readonly actor: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What was done, such as `corpus add`, `reindex run`, `settings`. */
  readonly act: string;
  /** What it was done to: a document's id, a setting's name, a generation. */
  readonly subject: string | null;
  /** What was so before and is so after, in words or values a person understands. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The entry that is written in the same transaction as the act itself: neither is without the other. */
export type Audited = AuditEntry;

export interface NumberedEntry extends AuditEntry {
  /** Counted upwards; never given twice. */
  readonly number: number;
}

export interface AuditQuery {
  readonly guild: string;
  /** Only entries of this moderator. */
  readonly actor?: string;
  /** Only entries whose act begins with this. */
  readonly act?: string;
  /** Only entries with a smaller number. */
  readonly before?: number;
  readonly limit: number;
}

export interface AuditStore {
  /** For an act that changes nothing else in the state. */
  note(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  entries(query: AuditQuery): Promise<readonly NumberedEntry[]>;
  /** Deletes entries older than `time`; gives their number. */
  forgetBefore(time: number): Promise<number>;
}
