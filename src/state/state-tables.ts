/**
 * The newest shape of the database, as queries see it; `migrations.ts` makes it.
 *
 * ```
 * records ──< placements   which messages show a record
 *    │  └───< votes        one a member
 *    └──────< disputes     in the order in which they came
 * facts                    about this installation
 * ```
 * What hangs on a record goes with it.
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
    /** Milliseconds since 1970, as all times here. */
    shown_at: number;
    /** A ShownResult as JSON: read whole, never searched. */
    result: string;
  };
  placements: { message: string; record: string };
  votes: { record: string; member: string; vote: 'up' | 'down'; at: number };
  disputes: {
    record: string;
    /** Counted from 1 in its record. */
    number: number;
    member: string;
    text: string;
    at: number;
  };
  facts: { key: string; value: string };
}
