import type { RESTOptions } from 'discord.js';
import { pause } from './pause.js';
import type { Timers } from './timers.js';

type MakeRequest = RESTOptions['makeRequest'];

const second = 1_000;

function carriesToken(headers: unknown): boolean {
  return headers !== null && typeof headers === 'object' && 'Authorization' in headers;
}

/**
 * Makes requests as `makeRequest` does, at most so many a second of those that carry the bot's token. Discord counts
 * those; the answers to interactions are exempt, and must not wait behind them, as they do in discord.js.
 *
 * @param clock Milliseconds of a clock that never goes back
 */
export function pacedRequests(
  makeRequest: MakeRequest,
  perSecond: number,
  clock: () => number,
  timers: Timers,
): MakeRequest {
  /** When the latest ones may start, the earliest first. */
  const starts: number[] = [];

  return async (url, init) => {
    if (!carriesToken(init.headers)) return makeRequest(url, init);
    const now = clock();
    const earlier = starts.length < perSecond ? undefined : starts.shift();
    const start = Math.max(now, earlier === undefined ? now : earlier + second);
    starts.push(start);
    if (start > now) await pause(start - now, timers, init.signal ?? new AbortController().signal);
    return makeRequest(url, init);
  };
}
