import type { Audited } from './audit.js';

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

/** What members say of what they were shown. */
export interface FeedbackStore {
  /**
   * A member's vote on a record: the last one counts. The first 👎 on a record that was shown in a server, and not in
   * private, opens an item of the review; later ones are counted with it.
   */
  vote(record: string, member: string, vote: Vote, at: number): Promise<void>;
  votes(record: string): Promise<{ readonly up: number; readonly down: number }>;
  /** Notes a dispute, and opens an item of the review when the record was shown in a server. */
  dispute(dispute: Dispute): Promise<void>;
  /** In the order in which they came. */
  disputes(record: string): Promise<readonly Dispute[]>;
}

/** Something members found wrong, for a moderator to settle. It outlives its record. */
export interface ReviewItem {
  /** Counted upwards over all servers; never given twice. */
  readonly number: number;
  readonly guild: string;
  readonly kind: 'dispute' | 'vote';
  readonly record: string;
  /** What the member wrote; empty for votes. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly state: 'open' | 'accepted' | 'rejected';
}

/** What follows from an accepted item. */
export interface Acceptance {
  /** A question whose answer must not quote this passage any more. `null` for items that are not about an answer. */
  readonly golden: GoldenQuestion | null;
  /** A remark under future answers that cite the passage. */
  readonly erratum: Erratum | null;
}

/** A question of a server's own, that its documents are measured with. */
export interface GoldenQuestion {
  readonly guild: string;
  readonly question: string;
  /** The passage that was wrong as an answer. */
  readonly wrong: { readonly document: string; readonly quote: string };
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What an accepted item left behind: a note, a golden question, or both. When it was accepted names it in its server. */
export interface Remark {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly document: string;
  readonly quote: string;
  /** `null` without a note. */
  readonly note: string | null;
  /** `null` without a golden question. */
  readonly question: string | null;
}

/** What a moderator says of a passage: it stands under every answer in this server that cites it. */
export interface Erratum {
  readonly guild: string;
  readonly document: string;
  readonly quote: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface ReviewStore {
  /** The open items of a server, oldest first, and how many there are in all; only those after the item `after`. */
  open(
    guild: string,
    page: { readonly after?: number; readonly limit: number },
  ): Promise<{ readonly items: readonly ReviewItem[]; readonly count: number }>;
  /** An item of this server, whatever its state. */
  find(guild: string, number: number): Promise<ReviewItem | null>;
  /** False, and nothing is done, when the item is not of this server or was settled before. */
  accept(guild: string, number: number, acceptance: Acceptance, audited: Audited): Promise<boolean>;
  reject(guild: string, number: number, audited: Audited): Promise<boolean>;
  /** In the order in which they came. */
  golden(guild: string): Promise<readonly GoldenQuestion[]>;
  /** What accepted items of a server left behind and nobody withdrew, newest first. */
  remarks(guild: string): Promise<readonly Remark[]>;
  /** Takes back what was accepted at that time, note and question; false, and nothing is written, when it is not there. */
  withdraw(guild: string, at: number, audited: Audited): Promise<boolean>;
  /** Those of the passages that are asked for, in the order in which they came. */
  errata(
    guild: string,
    passages: readonly { readonly document: string; readonly quote: string }[],
  ): Promise<readonly Erratum[]>;
  /** Deletes items settled before `time`; gives their number. */
  forgetSettledBefore(time: number): Promise<number>;
}
