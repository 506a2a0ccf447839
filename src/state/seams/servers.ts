/** Servers that the bot is no longer in. What is of their own is forgotten some time after. */
export interface ServerStore {
  /** The bot was thrown out, or the server is gone. A later time takes the place of an earlier one. */
  left(guild: string, at: number): Promise<void>;
  /** The bot is in it again: it keeps what it has. */
  cameBack(guild: string): Promise<void>;
  /** Those that were left before `time`, in the order of their ids as texts. */
  leftBefore(time: number): Promise<readonly string[]>;
  /**
   * Deletes what is of a server's own, and that it was left: settings, staged changes and what was under way with them,
   * the review with its notes and golden questions, quality. The audit log, uses, what chat models used and what members
   * asked go when their own time is over.
   *
   * @param collection What its documents are kept as.
   */
  forget(guild: string, collection: string): Promise<void>;
}
