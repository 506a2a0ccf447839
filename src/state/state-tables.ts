/**
 * The newest shape of the database, as queries see it; `migrations/` makes it.
 *
 * ```
 * records ──< placements   which messages show a record
 *    │  ├──< citations     the documents it quotes, to find it by
 *    │  ├──< votes         one a member
 *    │  └──< disputes      in the order in which they came
 * reviews                  what votes and disputes opened; outlives its record
 * golden, errata           what accepted reviews led to
 * settings                 of a server and of its channels
 * audit                    what moderators did
 * uses                     when somebody asked, for quotas
 * spending                 what chat models used, for budgets
 * staged ──< staged_texts  what the next re-index takes up; the texts apart, read one at a time
 * publications             begun, and neither finished nor called off
 * corrections              answers that may have to be corrected
 * quality                  figures of measured generations
 * facts                    about this installation
 * counters                 the last number that was given, by kind
 * ```
 * What hangs on a record goes with it, and a staged text with its change. All times are milliseconds since 1970. A server
 * or channel that there is not (a direct message, a whole server, the shared collection) is an empty text wherever it
 * stands in a key, because a key holds no nulls.
 */
export interface StateTables {
  records: {
    id: string;
    kind: string;
    guild: string | null;
    channel: string;
    asker: string;
    /** 0 or 1: SQLite knows no booleans. */
    is_private: number;
    shown_at: number;
    /** A KeptResult as JSON: read whole, never searched. */
    result: string;
    /** Of answers; `null` for the rest, and for a result that could not be read when this column came. */
    outcome: 'answered' | 'declined' | null;
    /** Of answers: how long it took, milliseconds. */
    total_ms: number | null;
  };
  placements: { message: string; record: string };
  /** A row for every document that a record cites or quotes, with what it is searched by. */
  citations: { record: string; document: string; guild: string | null; shown_at: number };
  votes: { record: string; member: string; vote: 'up' | 'down'; at: number };
  disputes: {
    record: string;
    /** Counted from 1 in its record. */
    number: number;
    member: string;
    text: string;
    at: number;
    /** The item of the review that it opened. */
    item: number | null;
  };
  reviews: {
    number: number;
    guild: string;
    kind: 'dispute' | 'vote';
    record: string;
    /** Whose words `text` is; `null` for votes, and once those words are gone. */
    member: string | null;
    text: string;
    at: number;
    state: 'open' | 'accepted' | 'rejected';
    settled_at: number | null;
  };
  golden: { number: number; guild: string; question: string; document: string; quote: string; at: number };
  errata: { number: number; guild: string; document: string; quote: string; text: string; at: number };
  settings: {
    guild: string;
    channel: string;
    key: string;
    /** JSON. */
    value: string;
  };
  audit: AuditColumns & { number: number; after: string | null };
  uses: {
    guild: string;
    channel: string;
    member: string;
    at: number;
    /** Counted from 1 among equal ones. */
    number: number;
  };
  spending: {
    number: number;
    /** `null` outside of servers. */
    guild: string | null;
    /** `null` for the operator, and once the member's data is deleted. */
    member: string | null;
    at: number;
    tokens: number;
    micro_dollars: number;
  };
  staged: {
    number: number;
    collection: string;
    document: string;
    version: string;
    kind: 'put' | 'remove';
    by: string;
    at: number;
    /** These three of `put` alone; `metadata` and `source` are JSON. */
    metadata: string | null;
    source: string | null;
    length: number | null;
  };
  staged_texts: {
    /** The number of its change. */
    change: number;
    text: string;
    /** JSON: a list of texts. */
    hidden: string;
  };
  publications: AuditColumns & {
    collection: string;
    number: number;
    live_before: string | null;
    /** JSON: a list of texts. */
    versions: string;
  };
  corrections: {
    collection: string;
    number: number;
    generation: string;
    /** JSON: a list of texts. */
    documents: string;
  };
  quality: {
    guild: string;
    generation: string;
    number: number;
    at: number;
    questions: number;
    cited: number | null;
    falsely_declined: number | null;
    declined: number | null;
    disputes_mended: number | null;
  };
  facts: { key: string; value: string };
  counters: { kind: NumberedKind; last: number };
}

/** An entry in the audit log, as far as it is known before the act is done. */
interface AuditColumns {
  guild: string;
  actor: string;
  at: number;
  act: string;
  subject: string | null;
  before: string | null;
}

/** What is counted upwards, each for itself; a number is never given twice. */
export type NumberedKind =
  | 'audit'
  | 'review'
  | 'golden'
  | 'erratum'
  | 'staged'
  | 'publication'
  | 'correction'
  | 'quality'
  | 'spending';
