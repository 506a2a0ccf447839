import type { RESTOptions } from 'discord.js';
import { pause } from './pause.js';
import type { Timers } from './timers.js';
import { TooManyRefusals } from './too-many-refusals.js';

type MakeRequest = RESTOptions['makeRequest'];

/** How patiently discord.js may ask again. Durations in milliseconds. */
export interface SteadyLimits {
  /** As often in a row may one request be answered with 429; discord.js itself has no limit. */
  readonly refusals: number;
  /** Awaited after a 429 that does not say how long to wait, which discord.js repeats at once and for ever. */
  readonly unsaidWaitMs: number;
  /** Between the first 5xx and the next try, then doubled; discord.js pauses not at all. */
  readonly firstPauseMs: number;
  /** How often discord.js asks again after 5xx: after the last one there is nothing to wait for. */
  readonly retries: number;
}

/** What happened to one request so far. */
interface Troubles {
  refusals: number;
  faults: number;
}

/**
 * Makes requests as `makeRequest` does, but bounds what discord.js repeats without limit or pause. discord.js goes by
 * the answer's status and its Retry-After header, so that both are what is looked at and mended here.
 *
 * @throws TooManyRefusals, which discord.js does not repeat
 */
export function steadyRequests(makeRequest: MakeRequest, timers: Timers, limits: SteadyLimits): MakeRequest {
  // All tries of one request share the object of its headers, and nothing else of the same identity.
  const troublesOf = new WeakMap<object, Troubles>();

  return async (url, init) => {
    const answer = await makeRequest(url, init);
    const { status, headers } = answer;
    if (status !== 429 && status < 500) return answer;
    const key: object = init.headers ?? init;
    const troubles = troublesOf.get(key) ?? { refusals: 0, faults: 0 };
    troublesOf.set(key, troubles);
    if (status === 429) {
      troubles.refusals += 1;
      if (troubles.refusals >= limits.refusals) throw new TooManyRefusals(troubles.refusals);
      const seconds = Number(headers.get('retry-after') ?? Number.NaN);
      if (!(seconds > 0)) headers.set('retry-after', String(limits.unsaidWaitMs / 1_000));
      return answer;
    }
    troubles.faults += 1;
    if (troubles.faults <= limits.retries) {
      const signal = init.signal ?? new AbortController().signal;
      // When the request is given up meanwhile, its answer still is what there is.
      await pause(limits.firstPauseMs * 2 ** (troubles.faults - 1), timers, signal).catch(() => undefined);
    }
    return answer;
  };
}
