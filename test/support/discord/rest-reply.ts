import type { DiscordError } from './discord-error.js';
import type { Fault } from './faults.js';

/** What goes back over HTTP; without a `body` there is no content type either. */
export interface RestReply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a 429 asks to wait, and how late a late answer is, when a fault does not say. */
export const defaultDelayMs = 100;

export function errorReply({ status, code, message, errors }: DiscordError): RestReply {
  return { status, body: { message, code, ...(errors === undefined ? {} : { errors }) } };
}

export function rateLimitedReply(retryAfterMs: number, isGlobal: boolean): RestReply {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfterMs / 1000, global: isGlobal, code: 0 },
    headers: {
      'Retry-After': String(retryAfterMs / 1000),
      'X-RateLimit-Scope': isGlobal ? 'global' : 'user',
      ...(isGlobal ? { 'X-RateLimit-Global': 'true' } : {}),
    },
  };
}

/** What a fault answers instead of the work; `undefined` when the work is done all the same. */
export function faultReply({ kind, delayMs = defaultDelayMs, status, code = 0 }: Fault): RestReply | undefined {
  switch (kind) {
    case '429':
      return rateLimitedReply(delayMs, false);
    case '429-global':
      return rateLimitedReply(delayMs, true);
    case '429-no-retry-after':
      return { status: 429, body: { message: 'You are being blocked from accessing our API temporarily.', code: 0 } };
    case '500':
    case '502':
      return { status: status ?? Number(kind), body: { message: 'Something went wrong at Discord', code } };
    case 'error':
      return { status: status ?? 400, body: { message: 'An error on demand', code } };
    case 'delay':
    case 'cut-before':
    case 'cut-after':
      return undefined;
  }
}
