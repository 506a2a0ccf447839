import type { NumberedEntry } from '#src/state/seams/audit.js';
import type { Dispute, Erratum, GoldenQuestion, ReviewItem, Vote } from '#src/state/seams/feedback.js';
import type { MeasuredQuality } from '#src/state/seams/quality.js';
import type { Use } from '#src/state/seams/quotas.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import type { Setting } from '#src/state/seams/settings.js';
import type { Spending } from '#src/state/seams/spending.js';
import type { Correcting, Publication, StagedChange, StagedText } from '#src/state/seams/staging.js';

/** What is asked of a store group by group, without waiting: `run` makes the promises. */
export type Plain<Group> = {
  readonly [Method in keyof Group]: Group[Method] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Result
    : never;
};

export interface MemoryVote {
  readonly record: string;
  readonly member: string;
  readonly vote: Vote;
  readonly at: number;
}

/** A dispute that stands at a record; `item` is its number in the review, `null` in a direct message. */
export interface MemoryDispute {
  readonly dispute: Dispute;
  readonly item: number | null;
}

export interface MemoryItem {
  readonly item: ReviewItem;
  /** Who disputed; `null` for votes, and once the member's words are gone. */
  readonly member: string | null;
  /** Milliseconds since 1970; `null` while it is open. */
  readonly settledAt: number | null;
}

export interface MemoryChange {
  readonly change: StagedChange;
  /** `null` for a removal. */
  readonly staged: StagedText | null;
}

/** Everything the memory store keeps: lists in the order in which things came. */
export interface MemoryTables {
  records: readonly ShownRecord[];
  placements: readonly { readonly record: string; readonly message: string }[];
  votes: readonly MemoryVote[];
  disputes: readonly MemoryDispute[];
  items: readonly MemoryItem[];
  golden: readonly GoldenQuestion[];
  errata: readonly Erratum[];
  settings: readonly Setting[];
  entries: readonly NumberedEntry[];
  uses: readonly Use[];
  spending: readonly Spending[];
  changes: readonly MemoryChange[];
  begun: readonly Publication[];
  correcting: readonly Correcting[];
  measured: readonly MeasuredQuality[];
  facts: readonly { readonly key: string; readonly value: string }[];
  /** The last number that was given, whether it is still there or not. */
  lastItem: number;
  lastEntry: number;
}

export function emptyTables(): MemoryTables {
  return {
    records: [],
    placements: [],
    votes: [],
    disputes: [],
    items: [],
    golden: [],
    errata: [],
    settings: [],
    entries: [],
    uses: [],
    spending: [],
    changes: [],
    begun: [],
    correcting: [],
    measured: [],
    facts: [],
    lastItem: 0,
    lastEntry: 0,
  };
}

/** How texts are ordered: by their code units. */
export function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
