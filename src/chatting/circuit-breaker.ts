/** One who tries; exactly one of its methods is called, once. */
export interface Attempt {
  succeeded(): void;
  /** @param restMs The rest that was asked for, milliseconds; 0 when none was. */
  failed(restMs: number): void;
  /** Neither: whoever tried was called off. */
  left(): void;
}

/** Leaves somebody alone who has failed again and again, so that those who wait for him are told at once. */
export interface CircuitBreaker {
  /** An attempt, or the milliseconds until the next one may be made. */
  enter(): Attempt | { readonly restMs: number };
}

/** Durations in milliseconds. */
export interface BreakerLimits {
  /** So many failures in a row begin a rest. */
  readonly failures: number;
  readonly firstRestMs: number;
  /** A rest is twice the one before it, and never longer than this. */
  readonly longestRestMs: number;
}

/** Five: a server that is started anew is missed by two or three questions. A rest is short beside what people wait for. */
export const usualBreakerLimits: BreakerLimits = { failures: 5, firstRestMs: 15_000, longestRestMs: 600_000 };

/**
 * After `failures` in a row nobody may try for a while; then one may, alone. When he succeeds all may again, otherwise
 * the next rest is longer.
 *
 * @param clock Milliseconds of a clock that never goes back
 */
export function createCircuitBreaker(limits: BreakerLimits, clock: () => number): CircuitBreaker {
  let failures = 0;
  let rests = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  let isProbed = false;

  function rest(milliseconds: number): void {
    restUntil = Math.max(restUntil, clock() + Math.min(milliseconds, limits.longestRestMs));
  }

  function attempt(isProbe: boolean): Attempt {
    function end(): void {
      if (isProbe) isProbed = false;
    }
    return {
      left: end,
      succeeded() {
        end();
        failures = 0;
        rests = 0;
        restUntil = Number.NEGATIVE_INFINITY;
      },
      failed(restMs) {
        end();
        failures += 1;
        if (restMs > 0) rest(restMs);
        // Those who began before a rest and fail during it say nothing new.
        if (failures < limits.failures || (rests > 0 && !isProbe)) return;
        rest(limits.firstRestMs * 2 ** rests);
        rests += 1;
      },
    };
  }

  return {
    enter() {
      const restMs = restUntil - clock();
      if (restMs > 0) return { restMs };
      if (rests === 0) return attempt(false);
      if (isProbed) return { restMs: limits.firstRestMs };
      isProbed = true;
      return attempt(true);
    },
  };
}
