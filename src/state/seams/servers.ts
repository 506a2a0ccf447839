/** Of whom something is kept that `forget` would delete. Sorted as texts, each once. */
export interface KeptServers {
  /** Ids of servers. */
  readonly guilds: readonly string[];
  /** What documents are kept as, the shared ones too. */
  readonly collections: readonly string[];
}

/** Servers that the bot is no longer in. What is of their own is forgotten some time after. */
export interface ServerStore {
  /** The bot was thrown out, or the server is gone. A later time takes the place of an earlier one. */
  left(guild: string, at: number): Promise<void>;
  /** The bot is in it again: it keeps what it has. */
  cameBack(guild: string): Promise<void>;
  /** Those that were left before `time`, in the order of their ids as texts. */
  leftBefore(time: number): Promise<readonly string[]>;
  /** Those of whom something is kept, left or not. What long lists take is cut by turns of the event loop. */
  kept(): Promise<KeptServers>;
  /**
   * Deletes what is of a server's own, and that it was left: settings, staged changes and what was under way with them,
   * the review with its notes and golden questions, quality. The audit log, uses, what chat models used and what members
   * asked go when their own time is over.
   *
   * @param collection What its documents are kept as.
   */
  forget(guild: string, collection: string): Promise<void>;
}
