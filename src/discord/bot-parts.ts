import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { Desk } from '../desk.js';
import type { StateStore } from '../state/state-store.js';
import type { QuestionQueue } from './answering/question-queue.js';
import type { MutedChannels } from './connection/muted-channels.js';

/** What every handler works with. */
export interface BotParts {
  readonly client: Client;
  readonly desk: Pick<Desk, 'generation' | 'ask' | 'check' | 'summarize'>;
  readonly state: StateStore;
  readonly queue: QuestionQueue;
  readonly muted: MutedChannels;
  readonly log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
  /** Three questions that the documents answer, for people who see Parley for the first time. */
  readonly examples: () => readonly string[];
  readonly newRecordId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects when the bot gives up what is unfinished. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** How long an answer may take before an apology takes its place, milliseconds. */
  readonly deadlineMs: number;
  /** Aborted when a stop no longer waits for answers that are on their way. */
  readonly givingUp: AbortSignal;
  /** Called when going on makes no sense, such as a token that was taken away. */
  readonly onFatal: (because: string) => void;
}
