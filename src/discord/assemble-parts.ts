import { createDraftPlaces } from './answering/draft-places.js';
import { createForgottenUses } from './answering/forgotten-uses.js';
import { writingFaultEveryMs } from './answering/note-writing-fault.js';
import { createOwnLines } from './answering/own-lines.js';
import { createQuestionQueue } from './answering/question-queue.js';
import { newRecordId } from './answering/record-id.js';
import { createShownExamples, type ShownExamples } from './answering/shown-examples.js';
import type { BotInput, BotLimits } from './bot-input.js';
import type { BotParts } from './bot-parts.js';
import { mutedChannels } from './connection/muted-channels.js';
import { pause } from './connection/pause.js';
import { systemTimers } from './connection/timers.js';
import { afterSwaps } from './correcting/after-swaps.js';
import { type Corrections, createCorrections } from './correcting/corrections.js';
import { keptDays } from './kept-days.js';
import { createQualityMeasuring, type QualityMeasuring } from './learning/quality-measuring.js';
import { createQuestionVectors } from './learning/question-vectors.js';
import { createSeldom } from './messages/seldom.js';
import { createFileIntake } from './moderating/corpus/file-intake.js';
import { isHomeGuild } from './moderating/home-guilds.js';
import { createReindexJobs } from './moderating/reindexing/reindex-jobs.js';
import { createSettingsReader } from './moderating/server-settings.js';
import { readOnce } from './read-once.js';

export interface AssembledParts {
  readonly parts: BotParts;
  readonly examples: ShownExamples;
  readonly measuring: QualityMeasuring;
  readonly corrections: Corrections;
}

export interface Surroundings extends Pick<BotParts, 'client' | 'onFatal'> {
  readonly limits: BotLimits;
  /** Aborted when the bot is to stop: nothing new is begun in the background. */
  readonly stopping: AbortSignal;
  /** Aborted when a stop no longer waits for answers that are on their way. */
  readonly givingUp: AbortSignal;
}

/** What handlers work with, and what the bot does besides: one is told of the other, so both are made here. */
export function assembleParts(
  {
    desk,
    state,
    collections,
    homeGuilds,
    restApi,
    log,
    goldenQuestions,
    findDrift,
    questionDays,
    now = Date.now,
  }: BotInput,
  { client, limits, stopping, givingUp, onFatal }: Surroundings,
): AssembledParts {
  const queue = createQuestionQueue(limits);
  const examples = createShownExamples({ desk, log });
  const parts: BotParts = {
    client,
    desk,
    state,
    collections: afterSwaps(collections, () => corrections.kick()),
    settings: createSettingsReader(state.settings),
    jobs: createReindexJobs(now, givingUp),
    findDrift: findDrift ?? (async () => null),
    async afterSwap(collection) {
      void measuring.measureAfterSwap(collection);
      await examples.refresh();
    },
    isHome: (guild) => isHomeGuild(guild, homeGuilds, client.guilds.cache),
    restApi,
    queue,
    drafts: createDraftPlaces(limits),
    mayLogFault: createSeldom(writingFaultEveryMs, now),
    growthPace: limits,
    questionVectors: createQuestionVectors({ desk, queue }),
    // Every server is measured by the same file.
    goldenQuestions: readOnce(goldenQuestions ?? (async () => [])),
    files: createFileIntake({ restApi, limits: limits.files, now }),
    memberLines: createOwnLines(limits.waitingEach),
    forgottenUses: createForgottenUses(),
    keptDays: keptDays(questionDays),
    muted: mutedChannels(),
    log,
    examples: examples.current,
    newRecordId,
    now,
    wait: (milliseconds) => pause(milliseconds, systemTimers, givingUp),
    deadlineMs: limits.deadlineMs,
    stopping,
    givingUp,
    onFatal,
  };
  const corrections = createCorrections(parts, { limits });
  const measuring = createQualityMeasuring(parts, stopping);
  return { parts, examples, measuring, corrections };
}
