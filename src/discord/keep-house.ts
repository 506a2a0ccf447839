import type { Logger } from 'pino';
import type { Desk } from '../desk.js';
import { describeError } from '../redaction.js';
import { systemTimers, type Timers } from './connection/timers.js';
import { type Forgetting, forgetWhatIsOld } from './forget-what-is-old.js';
import { type KeptDays, usualKeptDays } from './kept-days.js';

const second = 1000;
/** How soon an index that another process published is answered from. */
const lookForGenerationMs = 10 * second;
const forgetEveryMs = 3600 * second;

export interface HouseInput {
  readonly desk: Pick<Desk, 'refresh' | 'generation'>;
  readonly state: Forgetting;
  readonly days?: KeptDays;
  readonly log: Pick<Logger, 'info' | 'error'>;
  readonly onNewGeneration: () => Promise<void>;
  /** What else is done again and again, first when its time has passed once. */
  readonly chores?: readonly Chore[];
  readonly timers?: Timers;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Chore {
  readonly name: string;
  /** Milliseconds from the end of one time to the next. */
  readonly everyMs: number;
  run(): Promise<void>;
}

/** What a running bot does besides answering: goes on with a newer index, and forgets what is too old, at once and hourly. */
export function keepHouse(input: HouseInput): { stop(): void } {
  const {
    desk,
    state,
    days = usualKeptDays,
    log,
    onNewGeneration,
    chores = [],
    timers = systemTimers,
    now = Date.now,
  } = input;
  const waiting = new Map<Chore, () => void>();
  let isStopped = false;

  const look: Chore = {
    name: 'looking for a newer index',
    everyMs: lookForGenerationMs,
    async run() {
      if (!(await desk.refresh())) return;
      log.info({ generation: desk.generation.id }, 'answers come from a newer index now');
      await onNewGeneration();
    },
  };
  const forget: Chore = {
    name: 'forgetting what is old',
    everyMs: forgetEveryMs,
    run: () => forgetWhatIsOld(state, days, now(), log),
  };

  // One time follows the other's end, so that a slow one is never begun twice.
  function later(chore: Chore): void {
    if (!isStopped)
      waiting.set(
        chore,
        timers.after(chore.everyMs, () => begin(chore)),
      );
  }

  function begin(chore: Chore): void {
    chore
      .run()
      .catch((error: unknown) => log.error(describeError(error), `${chore.name} failed`))
      .finally(() => later(chore));
  }

  for (const chore of [look, ...chores]) later(chore);
  // A bot that is never up for an hour would otherwise keep everything for ever.
  begin(forget);
  return {
    stop() {
      isStopped = true;
      for (const cancel of waiting.values()) cancel();
    },
  };
}
