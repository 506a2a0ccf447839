import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { CollectionName, Collections } from '../collections.js';
import type { CorpusDrift } from '../corpus-drift.js';
import type { Desk } from '../desk.js';
import type { ShippedQuestion } from '../golden-questions.js';
import type { StateStore } from '../state/state-store.js';
import type { WritingFault } from '../types.js';
import type { DraftPlaces } from './answering/draft-places.js';
import type { ForgottenUses } from './answering/forgotten-uses.js';
import type { OwnLines } from './answering/own-lines.js';
import type { QuestionQueue } from './answering/question-queue.js';
import type { MutedChannels } from './connection/muted-channels.js';
import type { KeptDays } from './kept-days.js';
import type { QuestionVectors } from './learning/question-vectors.js';
import type { FileIntake } from './moderating/corpus/file-intake.js';
import type { ReindexJobs } from './moderating/reindexing/reindex-jobs.js';
import type { SettingsReader } from './moderating/server-settings.js';
import type { GrowthPace } from './replying/shown-so-far.js';

/** What every handler works with. */
export interface BotParts {
  readonly client: Client;
  readonly desk: Pick<
    Desk,
    'generation' | 'generations' | 'ask' | 'askOver' | 'embedQuestion' | 'check' | 'summarize' | 'threshold'
  >;
  readonly state: StateStore;
  /** What moderators do to the documents. */
  readonly collections: Collections;
  readonly settings: SettingsReader;
  /** What moderators have under way. */
  readonly jobs: ReindexJobs;
  /** How the files of the shared collection differ from what is live; `null` when they do not. */
  readonly findDrift: () => Promise<CorpusDrift | null>;
  /** What has to follow once another generation of a collection answers; may take its time. */
  readonly afterSwap: (collection: CollectionName) => Promise<void>;
  /** Whether a server's moderators look after the shared collection too. */
  readonly isHome: (guild: string) => boolean;
  /** A stand-in for Discord on this machine, whose files may be fetched as Discord's are. */
  readonly restApi: string | undefined;
  /** Takes in what moderators attach. */
  readonly files: FileIntake;
  readonly queue: QuestionQueue;
  /** How many drafts a chat model writes at once. */
  readonly drafts: DraftPlaces;
  /** Whether the log may be told of a fault of this kind again. */
  readonly mayLogFault: (fault: WritingFault) => boolean;
  /** How fast an answer grows before the eyes of whoever asked. */
  readonly growthPace: GrowthPace;
  readonly questionVectors: QuestionVectors;
  /** What the documents that come with Parley are measured with. @throws ParleyError when it cannot be read */
  readonly goldenQuestions: () => Promise<readonly ShippedQuestion[]>;
  /** One question of each member at a time. */
  readonly memberLines: OwnLines;
  readonly forgottenUses: ForgottenUses;
  readonly keptDays: KeptDays;
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
  /** Aborted when the bot is to stop: nothing new is begun, and what can end soon does. */
  readonly stopping: AbortSignal;
  /** Aborted when a stop no longer waits for answers that are on their way. */
  readonly givingUp: AbortSignal;
  /** Called when going on makes no sense, such as a token that was taken away. */
  readonly onFatal: (because: string) => void;
}
