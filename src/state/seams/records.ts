import type { Answer, Check, Summary } from '../../types.js';

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
  /**
   * What its messages showed at first. Absent while they still do; there once they were corrected because documents
   * changed, so that it can be seen when what was said at first is so again.
   */
  readonly original?: ShownResult;
  /** `null` in a direct message. */
  readonly guild: string | null;
  readonly channel: string;
  readonly asker: string;
  /** True when only the asker saw it. */
  readonly isPrivate: boolean;
  /** Milliseconds since 1970. */
  readonly shownAt: number;
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

export interface CitingQuery {
  /** Records of this server alone; `undefined` for those of every server and of direct messages. */
  readonly guild?: string;
  /** Ids of documents, at least one of which is, or at first was, cited or quoted as a nearest passage. */
  readonly documents: readonly string[];
  /** Milliseconds since 1970: older ones do not count. */
  readonly since: number;
  /** Go on after this record of an earlier call; from the start when absent. */
  readonly after?: Pick<ShownRecord, 'id' | 'shownAt'>;
  readonly limit: number;
}

/** A record and the messages that show it. */
export interface PlacedRecord {
  readonly record: ShownRecord;
  /** In the order of their ids, which is that of time. An interaction's own id may be among them. */
  readonly messages: readonly string[];
}

/** What was asked in the open in a server, or everywhere. */
export interface AskedQuery {
  readonly guild: string;
  readonly since: number;
  /** Only those that were declined, or answered. */
  readonly outcome?: 'answered' | 'declined';
  readonly limit: number;
}

/** How answers did. */
export interface AnswerFigures {
  readonly answered: number;
  readonly declined: number;
  /** Of `timings.totalMs`, by the nearest-rank rule; `null` where there was no answer. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

/**
 * What was shown. What says something of a record that is not there (never was, or is forgotten) does nothing: a button
 * may be pressed while its record goes.
 */
export interface RecordStore {
  /** Keeps a record; the same id again replaces it, and what hangs on it stays. */
  keep(record: ShownRecord): Promise<void>;
  /**
   * Says that the messages of a record show something else now; all else of it stays. False, and nothing is done, when it
   * is not there any more: what somebody deleted meanwhile does not come back.
   */
  correct(record: string, shown: Pick<ShownRecord, 'result' | 'original'>): Promise<boolean>;
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
  /** Oldest first, by time and then id. Answers, checks and summaries; private ones too. */
  citing(query: CitingQuery): Promise<readonly PlacedRecord[]>;
  /** Answers that were not private, newest first. */
  asked(query: AskedQuery): Promise<readonly ShownRecord[]>;
  /** Of all answers of a server since then, the private ones too: numbers alone. */
  figures(query: Pick<AskedQuery, 'guild' | 'since'>): Promise<AnswerFigures>;
  /**
   * Deletes records shown before `time` with everything that hangs on them; gives their number. Goes in small
   * transactions with a turn of the event loop between; one that was interrupted is finished by the next.
   */
  forgetBefore(time: number): Promise<number>;
}
