import type { Loopback } from '../../test/support/discord/loopback.js';

/** The bot as a soak needs it, in this process or in one of its own. */
export interface SoakBot {
  /** Bytes of heap in use after a collection; `null` where that cannot be told apart. */
  heapUsed(): Promise<number | null>;
  /** Asks it to stop; resolves when it has, rejects when it did so in another way than it should. */
  stop(): Promise<void>;
}

export interface SoakBotInput {
  readonly discord: Loopback;
  /** Outlives the bot. */
  readonly databaseFile: string;
  /** Decides which answers are slow. */
  readonly seed: number;
  /** Takes every line of the log, and every line for the operator. */
  readonly onLine: (line: string) => void;
}

/** Resolves when the bot is ready to answer. */
export type StartSoakBot = (input: SoakBotInput) => Promise<SoakBot>;
