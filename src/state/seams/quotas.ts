export interface QuotaLimit {
  /** At least 1. */
  readonly count: number;
  readonly windowMs: number;
}

export type QuotaScope = 'member' | 'channel' | 'server';

export interface Use {
  /** `null` in a direct message: it counts for its member alone. */
  readonly guild: string | null;
  readonly channel: string;
  readonly member: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Limits that apply; a scope that is absent has none. */
export type QuotaLimits = Readonly<Partial<Record<QuotaScope, QuotaLimit>>>;

export type Taken =
  | { readonly isTaken: true }
  | {
      readonly isTaken: false;
      /** The scope whose wait is longest. */
      readonly by: QuotaScope;
      /** Until that scope has room again, above 0. */
      readonly waitMs: number;
    };

/** Sliding windows: at any moment at most `count` uses lie within the last `windowMs`. A use that is refused does not count. */
export interface QuotaStore {
  /** A member's window is that of the member in this server (or in direct messages); in one transaction. */
  take(use: Use, limits: QuotaLimits): Promise<Taken>;
  /** Gives back a use that came to nothing, such as a question that was refused as busy. */
  giveBack(use: Use): Promise<void>;
  /** Deletes uses older than `time`; gives their number. */
  forgetBefore(time: number): Promise<number>;
}
