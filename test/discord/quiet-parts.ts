import type { Client } from 'discord.js';
import { createQuestionQueue } from '#src/discord/answering/question-queue.js';
import type { BotParts } from '#src/discord/bot-parts.js';
import { mutedChannels } from '#src/discord/connection/muted-channels.js';
import { createMemoryStateStore } from '../support/memory-state-store.js';
import { recordingLog } from './connection/recording-log.js';

function never(): never {
  throw new Error('Nobody asks for this here.');
}

/** What a handler works with, where nothing takes time and the desk answers only as a test says. */
export function quietParts(
  client: Client,
  { desk, ...more }: Partial<Omit<BotParts, 'desk'>> & { readonly desk: Partial<BotParts['desk']> },
): BotParts {
  return {
    client,
    desk: { generation: undefined as never, ask: never, check: never, summarize: never, ...desk },
    state: createMemoryStateStore(),
    queue: createQuestionQueue({ running: 1, waiting: 5 }),
    muted: mutedChannels(),
    log: recordingLog(),
    examples: () => [],
    newRecordId: () => 'AAAAAAAAAAAA',
    now: () => 0,
    wait: async () => undefined,
    deadlineMs: 10_000,
    givingUp: new AbortController().signal,
    onFatal: never,
    ...more,
  };
}
