import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Collections } from '#src/collections.js';
import type { Desk } from '#src/desk.js';
import type { BotHealth, BotInput, BotLimits } from '#src/discord/bot-input.js';
import { runBot } from '#src/discord/run-bot.js';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import type { StateStore } from '#src/state/state-store.js';
import { createLog } from '#src/terminal/log.js';
import { deferred } from './deferred.js';
import { noCollections } from './no-collections.js';

/** As much of the loopback Discord as a bot needs to find it. */
export interface Reachable {
  readonly api: string;
  readonly token: string;
  ready(): Promise<unknown>;
}

export interface RunningBot {
  /** Every line of the log, at its most talkative level. */
  readonly log: readonly string[];
  /** What the operator was told. */
  readonly said: readonly string[];
  readonly state: StateStore;
  health(): BotHealth;
  /** Resolves when the bot has ended, rejects with what ended it. */
  readonly done: Promise<void>;
  /** Asks it to stop, and waits for its orderly end. */
  stop(): Promise<void>;
}

export interface BotSettings {
  readonly desk: Desk;
  /** Given the state that the bot has; without, the documents are what the desk has and nobody changes them. */
  readonly collections?: (state: StateStore) => Collections | Promise<Collections>;
  readonly homeGuilds?: readonly string[];
  readonly goldenQuestions?: BotInput['goldenQuestions'];
  readonly findDrift?: BotInput['findDrift'];
  readonly limits?: Partial<BotLimits>;
  readonly questionDays?: number;
  readonly now?: () => number;
  /** A database that outlives this bot; without, a fresh one. */
  readonly databaseFile?: string;
  readonly token?: string;
  /** Puts something between the bot and its database, such as a fault. */
  readonly around?: (state: StateStore) => StateStore;
}

function starting(): BotHealth {
  return { isLive: true, isReady: false, reason: 'starting' };
}

/** Parley's bot in this process, against a loopback Discord; resolves when it is ready to answer. */
export async function runBotAgainst(
  discord: Reachable,
  {
    desk,
    collections = () => noCollections(desk),
    homeGuilds,
    goldenQuestions,
    findDrift,
    limits = {},
    questionDays,
    now,
    databaseFile,
    token = discord.token,
    around = (kept) => kept,
  }: BotSettings,
): Promise<RunningBot> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-bot-'));
  const state = await openSqliteStateStore({ file: databaseFile ?? path.join(folder, 'state.sqlite') });
  const log: string[] = [];
  const said: string[] = [];
  const stopping = new AbortController();
  let health = starting;
  const { promise: announced, resolve: announce } = deferred();
  const running = runBot({
    token,
    restApi: discord.api,
    desk,
    state: around(state),
    collections: await collections(state),
    homeGuilds,
    ...(goldenQuestions === undefined ? {} : { goldenQuestions }),
    ...(findDrift === undefined ? {} : { findDrift }),
    log: createLog('debug', (line) => log.push(line), [token]),
    signal: stopping.signal,
    say: (line) => {
      said.push(line);
      if (line.startsWith('Invite:')) announce();
    },
    onHealth: (current) => {
      health = current;
    },
    limits,
    ...(questionDays === undefined ? {} : { questionDays }),
    ...(now === undefined ? {} : { now }),
  });
  const done = (async () => {
    try {
      await running;
    } finally {
      await state.close();
      await rm(folder, { recursive: true, force: true });
    }
  })();
  // Whoever only stops the bot must not be the reason for an unhandled rejection.
  done.catch(() => undefined);
  await Promise.race([announced, done]);
  return {
    log,
    said,
    state,
    health: () => health(),
    done,
    async stop() {
      stopping.abort();
      await done;
    },
  };
}
