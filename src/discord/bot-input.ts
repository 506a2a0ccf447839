import type { Logger } from 'pino';
import type { Collections } from '../collections.js';
import type { CorpusDrift } from '../corpus-drift.js';
import type { Desk } from '../desk.js';
import type { ShippedQuestion } from '../golden-questions.js';
import type { StateStore } from '../state/state-store.js';
import type { DraftLimits } from './answering/draft-places.js';
import { type CorrectionLimits, usualCorrectionLimits } from './correcting/corrections.js';
import { type FileLimits, usualFileLimits } from './moderating/corpus/file-intake.js';
import { type GrowthPace, usualGrowthPace } from './replying/shown-so-far.js';

/** What the bot is run with. */
export interface BotInput {
  readonly token: string;
  readonly restApi: string | undefined;
  readonly desk: Desk;
  readonly state: StateStore;
  readonly collections: Collections;
  /** Servers whose moderators look after the shared collection; `undefined`: the only one, while there is but one. */
  readonly homeGuilds: readonly string[] | undefined;
  /** What the documents that come with Parley are measured with; nothing when absent. */
  readonly goldenQuestions?: () => Promise<readonly ShippedQuestion[]>;
  /** How the files of the shared collection differ from what is live; without, nobody looks. */
  readonly findDrift?: () => Promise<CorpusDrift | null>;
  /** For how many days questions and what hangs on them are kept; 30 when absent. */
  readonly questionDays?: number | undefined;
  readonly log: Logger;
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal;
  /** Takes one line for the operator. */
  readonly say: (line: string) => void;
  /** Told whether the bot can be reached by members, and why not. */
  readonly onHealth: (health: () => BotHealth) => void;
  readonly limits?: Partial<BotLimits>;
  /** Milliseconds since 1970; the clock of the machine when absent. */
  readonly now?: () => number;
}

/** Durations in milliseconds. */
export interface BotLimits extends CorrectionLimits, DraftLimits, GrowthPace {
  /** Questions that are worked on at once. */
  readonly running: number;
  /** Questions that may wait; beyond, a member is told that too many do. */
  readonly waiting: number;
  /** Questions of one member that may wait for the one before; moderators' do not. */
  readonly waitingEach: number;
  /** How long an answer may take before an apology takes its place. */
  readonly deadlineMs: number;
  /** How long a stop waits for answers that are on their way. */
  readonly drainMs: number;
  /** How long it then waits for apologies in the place of those that are not done. */
  readonly apologiseMs: number;
  /** How long Discord may take to close the connection. */
  readonly leaveMs: number;
  /** What is taken in of files that moderators attach. */
  readonly files: FileLimits;
}

/**
 * Two questions at once keep both cores busy, and 200 that wait are answered within a few seconds. A stop takes less than
 * the ten seconds after which supervisors kill. A model on one's own machine shares it between its drafts: with more than
 * four none would be done in time, and who waits for a place longer than a few seconds would rather read the quotes.
 */
export const usualLimits: BotLimits = {
  ...usualCorrectionLimits,
  ...usualGrowthPace,
  drafting: 4,
  draftWaitMs: 5_000,
  running: 2,
  waiting: 200,
  waitingEach: 4,
  deadlineMs: 60_000,
  drainMs: 5_000,
  apologiseMs: 2_000,
  leaveMs: 2_000,
  files: usualFileLimits,
};

export interface BotHealth {
  readonly isLive: boolean;
  readonly isReady: boolean;
  /** Why it is not both. */
  readonly reason: string | null;
}
