import type { NumberedEntry } from './audit.js';
import type { Dispute, Vote } from './feedback.js';
import type { Use } from './quotas.js';
import type { ShownRecord } from './records.js';
import type { Spending } from './spending.js';
import type { Publication, StagedChange } from './staging.js';

/** Everything that is kept about one person. */
export interface PersonalData {
  /** What they asked and were shown, oldest first. */
  readonly records: readonly ShownRecord[];
  readonly votes: readonly { readonly record: string; readonly vote: Vote; readonly at: number }[];
  readonly disputes: readonly Dispute[];
  /** When and where they asked, for quotas; oldest first. */
  readonly uses: readonly Omit<Use, 'member'>[];
  /** What chat models used for them, for budgets, oldest first. */
  readonly spending: readonly Omit<Spending, 'member'>[];
  /** Acts as a moderator. They stay when the rest is deleted: others rely on them. */
  readonly acts: readonly NumberedEntry[];
  /** What they staged as a moderator until it is published or discarded, and stays as their acts do. */
  readonly staged: readonly StagedChange[];
  /** What they began to publish as a moderator until it is done or called off; stays too. */
  readonly publications: readonly Publication[];
}

/** How much of each kind is kept about one person. */
export interface PersonalCounts {
  readonly questions: number;
  readonly checks: number;
  readonly summaries: number;
  readonly votes: number;
  readonly disputes: number;
  readonly uses: number;
  /** Times at which a chat model wrote for them. */
  readonly spending: number;
  /** As a moderator. */
  readonly acts: number;
}

/** In all servers and direct messages. What takes long goes in small parts, with a turn of the event loop between. */
export interface PersonalStore {
  /** How much there is, without reading it. */
  counts(member: string): Promise<PersonalCounts>;
  /** What is kept while it is being read may be in it or not. */
  of(member: string): Promise<PersonalData>;
  /** As in `of`, oldest first, and nothing else. */
  uses(member: string): Promise<PersonalData['uses']>;
  /**
   * Deletes all of it but what was done as a moderator: records with everything that hangs on them, votes and disputes on
   * others' records, uses, and the words of their disputes in the review. What chat models used for them stays in the
   * sums of the server and of all, and is nobody's. What comes in meanwhile goes too: at one moment before it ends nothing
   * is there. Gives the number of records that went. One that was interrupted is finished by the next.
   */
  forget(member: string): Promise<number>;
}
