import { pause } from './pause.js';
import type { Timers } from './timers.js';

/** How many new sessions may be begun, each of which is one "identify". */
export interface IdentifyLimits {
  /** At once, after a quiet time. At least 1. */
  readonly burst: number;
  /** One more is allowed after each such time, up to `burst`. Milliseconds. */
  readonly everyMs: number;
}

export interface IdentifyBudget {
  /** Resolves when one more may be sent. @throws the signal's reason when it is aborted first; nothing is spent then */
  take(signal: AbortSignal): Promise<void>;
}

/** 720 a day: Discord resets the token of a bot that begins more than 1,000 sessions a day. */
const everyMs = 120_000;
const usualBurst = 30;

/**
 * The limits for a process that starts when `remaining` sessions are left of the day's. A tenth at most, so that even
 * one that is started over and over does not use them up.
 */
export function identifyLimits(remaining: number): IdentifyLimits {
  return { burst: Math.max(1, Math.min(usualBurst, Math.floor(remaining / 10))), everyMs };
}

/**
 * Slows down a client whose connection breaks again and again: discord.js would begin a session every few seconds.
 * @param clock Milliseconds of a clock that never goes back
 */
export function identifyBudget(clock: () => number, timers: Timers, limits: IdentifyLimits): IdentifyBudget {
  let left = limits.burst;
  let countedAt = clock();

  function recover(): void {
    const now = clock();
    left = Math.min(limits.burst, left + (now - countedAt) / limits.everyMs);
    countedAt = now;
  }

  return {
    async take(signal) {
      for (recover(); left < 1; recover()) {
        await pause(Math.ceil((1 - left) * limits.everyMs), timers, signal);
      }
      left -= 1;
    },
  };
}
