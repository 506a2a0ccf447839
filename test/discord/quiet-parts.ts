import type { Client } from 'discord.js';
import { createDraftPlaces } from '#src/discord/answering/draft-places.js';
import { createForgottenUses } from '#src/discord/answering/forgotten-uses.js';
import { createOwnLines } from '#src/discord/answering/own-lines.js';
import { createQuestionQueue } from '#src/discord/answering/question-queue.js';
import type { BotParts } from '#src/discord/bot-parts.js';
import { mutedChannels } from '#src/discord/connection/muted-channels.js';
import { usualKeptDays } from '#src/discord/kept-days.js';
import { createFileIntake, usualFileLimits } from '#src/discord/moderating/corpus/file-intake.js';
import { createReindexJobs } from '#src/discord/moderating/reindexing/reindex-jobs.js';
import { createSettingsReader } from '#src/discord/moderating/server-settings.js';
import { createMemoryStateStore } from '../support/memory-state-store.js';
import { noCollections } from '../support/no-collections.js';
import { recordingLog } from './connection/recording-log.js';

function never(): never {
  throw new Error('Nobody asks for this here.');
}

/** What a handler works with, where nothing takes time and the desk answers only as a test says. */
export function quietParts(
  client: Client,
  { desk, ...more }: Partial<Omit<BotParts, 'desk'>> & { readonly desk: Partial<BotParts['desk']> },
): BotParts {
  const state = createMemoryStateStore();
  return {
    client,
    desk: {
      generation: undefined as never,
      threshold: 0,
      generations: async () => [],
      ask: never,
      askOver: never,
      embedQuestion: never,
      check: never,
      summarize: never,
      ...desk,
    },
    state,
    collections: noCollections({ generation: undefined as never }),
    settings: createSettingsReader(state.settings),
    jobs: createReindexJobs(() => 0, new AbortController().signal),
    findDrift: async () => null,
    afterSwap: async () => undefined,
    isHome: () => true,
    restApi: undefined,
    files: createFileIntake({ restApi: undefined, limits: usualFileLimits, now: () => 0 }),
    queue: createQuestionQueue({ running: 1, waiting: 5 }),
    drafts: createDraftPlaces({ drafting: 1, draftWaitMs: 0 }),
    mayLogFault: () => true,
    growthPace: { growAfterMs: 0, growEveryMs: 0 },
    questionVectors: { of: never, forget: () => undefined },
    goldenQuestions: async () => [],
    memberLines: createOwnLines(4),
    forgottenUses: createForgottenUses(),
    keptDays: usualKeptDays,
    muted: mutedChannels(),
    log: recordingLog(),
    examples: () => [],
    newRecordId: () => 'AAAAAAAAAAAA',
    now: () => 0,
    wait: async () => undefined,
    deadlineMs: 10_000,
    stopping: new AbortController().signal,
    givingUp: new AbortController().signal,
    onFatal: never,
    ...more,
  };
}
