/** So many requests in such a window, as Discord's headers have told bots for years. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** What a request is told about its bucket. */
export interface RateLimitVerdict {
  readonly headers: Readonly<Record<string, string>>;
  /** How long to wait before trying again; `null` when the request may pass. */
  readonly retryAfterMs: number | null;
  readonly isGlobal: boolean;
}

export interface RateLimits {
  /** Counts a request of a bucket; `major` is the channel, guild or webhook that has a bucket of its own. */
  take(bucket: string, major: string, limit: RateLimit | null, countsGlobally: boolean): RateLimitVerdict;
}

/** Requests a second, interaction endpoints excepted. */
const globalLimit: RateLimit = { requests: 50, windowMs: 1000 };

const free: RateLimitVerdict = { headers: {}, retryAfterMs: null, isGlobal: false };

interface Window {
  left: number;
  readonly endsAtMs: number;
}

/** A name for a bucket that tells nothing, as Discord's are. */
function hashOf(bucket: string): string {
  let hash = 2_166_136_261;
  for (let index = 0; index < bucket.length; index += 1) hash = Math.imul(hash ^ bucket.charCodeAt(index), 16_777_619);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** @param scale Shortens the windows of the buckets: 0.1 makes five seconds half a second. `null` turns all limits off. */
export function createRateLimits(scale: number | null): RateLimits {
  const windows = new Map<string, Window>();

  function count(
    key: string,
    { requests, windowMs }: RateLimit,
  ): { readonly window: Window; readonly passes: boolean } {
    const now = Date.now();
    const current = windows.get(key);
    const window =
      current === undefined || current.endsAtMs <= now ? { left: requests, endsAtMs: now + windowMs } : current;
    windows.set(key, window);
    const passes = window.left > 0;
    if (passes) window.left -= 1;
    return { window, passes };
  }

  return {
    take(bucket, major, limit, countsGlobally) {
      if (scale === null) return free;
      if (countsGlobally) {
        const { window, passes } = count('global', globalLimit);
        if (!passes) return { headers: {}, retryAfterMs: Math.max(1, window.endsAtMs - Date.now()), isGlobal: true };
      }
      if (limit === null) return free;
      const { window, passes } = count(`${bucket} ${major}`, { ...limit, windowMs: limit.windowMs * scale });
      const leftMs = Math.max(1, window.endsAtMs - Date.now());
      const headers = {
        'X-RateLimit-Limit': String(limit.requests),
        'X-RateLimit-Remaining': String(window.left),
        'X-RateLimit-Reset': (window.endsAtMs / 1000).toFixed(3),
        'X-RateLimit-Reset-After': (leftMs / 1000).toFixed(3),
        'X-RateLimit-Bucket': hashOf(bucket),
      };
      return { headers, retryAfterMs: passes ? null : leftMs, isGlobal: false };
    },
  };
}
