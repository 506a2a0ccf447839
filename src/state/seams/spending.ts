/** Whom a chat model wrote for. */
export interface Spender {
  /** `null` in a direct message or a terminal. */
  readonly guild: string | null;
  /** `null` for the operator, and for a member whose data was deleted. */
  readonly member: string | null;
}

/** What chat models used. */
export interface Spent {
  /** Tokens read and written, whole. */
  readonly tokens: number;
  /** Millionths of a US dollar, whole; 0 where no price is known. */
  readonly microDollars: number;
}

export interface Spending extends Spender, Spent {
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface SpentBy {
  /** Of the member in all servers and direct messages; zeros for the operator. */
  readonly member: Spent;
  /** Of the server; zeros outside of servers. */
  readonly server: Spent;
  readonly all: Spent;
}

/** What chat models were used for, kept for as long as the longest budget looks back. */
export interface SpendingStore {
  note(spending: Spending): Promise<void>;
  /** What was spent from `since` on, inclusive, by a member, in a server and altogether. */
  since(since: number, spender: Spender): Promise<SpentBy>;
  /** Deletes what was spent before `time`; gives the number of notes. */
  forgetBefore(time: number): Promise<number>;
}
