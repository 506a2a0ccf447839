import type { Answer, Check, Summary } from '../types.js';

/** What was shown, by kind. `question` is what somebody typed; an answer's own `question` is what that was understood as. */
export type ShownResult =
  | { readonly kind: 'answer'; readonly question: string; readonly answer: Answer }
  | { readonly kind: 'check'; readonly question: string; readonly check: Check }
  | { readonly kind: 'summary'; readonly question: string; readonly summary: Summary };

/** One thing Parley showed somebody, kept so that its buttons and follow-ups outlive a restart. */
export interface ShownRecord {
  /** 12 letters and digits, unguessable; stands in the custom ids of its buttons. */
  readonly id: string;
  readonly result: ShownResult;
  /** `null` in a direct message. */
  readonly guild: string | null;
  readonly channel: string;
  readonly asker: string;
  /** True when only the asker saw it. */
  readonly isPrivate: boolean;
  /** Milliseconds since 1970. */
  readonly shownAt: number;
}

export type Vote = 'up' | 'down';

export interface Dispute {
  /** The record that is disputed. */
  readonly record: string;
  readonly member: string;
  /** What the member says is wrong. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface RecentTurns {
  readonly channel: string;
  /** Only what this member asked; without, what anybody did. */
  readonly asker?: string;
  /** Private turns are found only when this is true, and then only the asker's own. */
  readonly withPrivate: boolean;
  /** Milliseconds since 1970: older ones do not count. */
  readonly since: number;
  /** Milliseconds since 1970: younger ones do not count. */
  readonly until?: number;
  readonly limit: number;
}

/**
 * What must survive a restart. Every method is one transaction: whole or not at all, and there once its promise resolves.
 * Everything a person typed goes when its time is over (see `forgetBefore`). Ids are opaque texts.
 *
 * What says something of a record that is not there (never was, or is forgotten) does nothing: a button may be pressed
 * while its record goes.
 *
 * @throws StateError when the database cannot be read or written, and from every method after `close`
 */
export interface StateStore {
  /** Keeps a record; the same id again replaces it, and what hangs on it stays. */
  keep(record: ShownRecord): Promise<void>;
  /**
   * Says which messages show a record, so that a reply to one of them is understood; later calls add. A message shows one
   * record, the last it was given.
   */
  place(record: string, messages: readonly string[]): Promise<void>;
  /** `null` also for a record of another version of Parley that this one could not show again. */
  find(record: string): Promise<ShownRecord | null>;
  /** The record that a message shows. */
  findByMessage(message: string): Promise<ShownRecord | null>;
  /** Answers only, newest first; the last `limit` of them. */
  recentTurns(query: RecentTurns): Promise<readonly ShownRecord[]>;
  /** A member's vote on a record: the last one counts. */
  vote(record: string, member: string, vote: Vote, at: number): Promise<void>;
  votes(record: string): Promise<{ readonly up: number; readonly down: number }>;
  dispute(dispute: Dispute): Promise<void>;
  /** In the order in which they came. */
  disputes(record: string): Promise<readonly Dispute[]>;
  /** A fact about this installation, such as the hash of the commands that Discord knows. */
  fact(key: string): Promise<string | null>;
  setFact(key: string, value: string): Promise<void>;
  /**
   * Deletes records shown before `time` with everything that hangs on them; gives their number. Goes in small
   * transactions with a turn of the event loop between; one that was interrupted is finished by the next.
   */
  forgetBefore(time: number): Promise<number>;
  /** May be called again. */
  close(): Promise<void>;
}
