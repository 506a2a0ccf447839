import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startLoopback } from '../../test/support/discord/loopback.js';
import { breakGateway } from './break-gateway.js';
import { createJournal } from './journal.js';
import { judgeSoak } from './judge-soak.js';
import { createLedger } from './ledger.js';
import { createOutages } from './outages.js';
import { performEvent, type SoakParts } from './perform-event.js';
import type { SoakBot, StartSoakBot } from './soak-bot.js';
import { planEvent } from './soak-plan.js';
import { setStage } from './stage.js';

export interface SoakInput {
  readonly seed: number;
  readonly events: number;
  /** How many events are under way at once. */
  readonly atOnce: number;
  readonly startBot: StartSoakBot;
  readonly say: (line: string) => void;
}

export interface SoakReport {
  readonly failures: readonly string[];
  /** What happened around them. */
  readonly history: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  /** Bytes of the bot's heap after a warm-up and at the end; `null` where they cannot be told. */
  readonly heap: { readonly warm: number; readonly end: number } | null;
}

/**
 * What a bot's heap may grow by from the warm-up to the end: a little, as caches fill, and for each event less than one
 * answer takes.
 * discord.js keeps a queue for every interaction that was answered, and clears them away once an hour.
 */
const mostGrowthBytes = (events: number): number => 4 * 2 ** 20 + 2 ** 10 * events;
/** As on Discord. */
const acknowledgeWithinMs = 3_000;
/** How long a member waits: an answer that takes too long, and every retry after it. */
const patienceMs = 40_000;
/** Which share of the events comes before the restart, and before the new process counts as warm. */
const restartShare = 0.25;
const warmShare = 0.4;
const tellEvery = 100;

interface Soak extends SoakInput, SoakParts {
  readonly launch: () => Promise<SoakBot>;
}

/** A stop in the middle of the traffic, and a new start on the same database. */
async function restart({ outages, journal, launch, discord }: Soak, bot: SoakBot): Promise<SoakBot> {
  const end = outages.begin();
  journal.note('the bot is asked to stop');
  await bot.stop();
  journal.note('the bot has stopped');
  await discord.closed();
  const next = await launch();
  end(true);
  journal.note('the bot is back');
  return next;
}

/** All events, several at once, with the connection breaking now and then. */
async function performAll(soak: Soak): Promise<SoakReport['heap']> {
  const { events, atOnce, seed, say, discord } = soak;
  let next = 0;
  let bot = await soak.launch();
  let warm: number | null = null;
  // What befalls the connection comes one after the other.
  let befalls: Promise<void> = Promise.resolve();
  const befall = (what: () => Promise<void>): void => {
    befalls = befalls.then(what).catch((error: unknown) => {
      soak.journal.fails(error instanceof Error ? error.message : String(error));
    });
  };

  async function member(): Promise<void> {
    while (next < events) {
      const number = next;
      next += 1;
      const { gateway } = planEvent(seed, number);
      if (gateway !== null) befall(() => breakGateway(gateway, soak));
      if (number === Math.floor(events * restartShare)) {
        befall(async () => {
          bot = await restart(soak, bot);
        });
      }
      if (number === Math.floor(events * warmShare)) {
        befall(async () => {
          warm = await bot.heapUsed();
        });
      }
      if (number % tellEvery === 0) say(`${number} of ${events} events`);
      await performEvent(soak, number);
    }
  }

  await Promise.all(Array.from({ length: atOnce }, member));
  await befalls;
  const end = await bot.heapUsed();
  await bot.stop();
  await discord.closed();
  return warm === null || end === null ? null : { warm, end };
}

/** Lets many members use the bot while much goes wrong, and finds whatever they were not shown as they should. */
export async function runSoak(input: SoakInput): Promise<SoakReport> {
  const { seed } = input;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-soak-'));
  const discord = await startLoopback({ seed: seed + 1, patienceMs, acknowledgeWithinMs });
  const journal = createJournal();
  const outages = createOutages(acknowledgeWithinMs);
  const ledger = createLedger(discord, journal, outages);
  const stage = setStage(discord);
  const log: string[] = [];
  const onLine = (line: string): void => {
    log.push(line);
    journal.note(`bot: ${line.slice(0, 300)}`);
  };
  const launch = () => input.startBot({ discord, databaseFile: path.join(folder, 'state.sqlite'), seed, onLine });
  try {
    const heap = await performAll({ ...input, discord, stage, journal, outages, ledger, launch }).catch(
      (error: unknown) => {
        journal.fails(`the run ended early: ${error instanceof Error ? error.message : String(error)}`);
        return null;
      },
    );
    judgeSoak({ discord, stage, ledger, journal, outages, log });
    if (heap !== null && heap.end - heap.warm > mostGrowthBytes(input.events * (1 - warmShare))) {
      journal.fails(`the heap grew from ${heap.warm} to ${heap.end} bytes`);
    }
    return { failures: journal.failures, history: journal.around(), counts: ledger.counts, heap };
  } finally {
    await discord.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
