import { setTimeout as delay } from 'node:timers/promises';
import { EncoderError } from '../errors.js';

/** How often, and how patiently, a server is asked. Durations in milliseconds. */
export interface RequestPatience {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  /** Longest wait for one reply, its body included. */
  readonly timeout: number;
  /** Pause before the second try; it doubles with every further one. */
  readonly firstPause: number;
  /** No pause is longer, whatever the server asks for. */
  readonly longestPause: number;
  /** Waits; tests put in one that only takes notes. */
  readonly pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export const usualPatience: RequestPatience = {
  attempts: 5,
  timeout: 60_000,
  firstPause: 500,
  longestPause: 30_000,
  pause: async (milliseconds, signal) => {
    await delay(milliseconds, undefined, { signal });
  },
};

/** Milliseconds that a `Retry-After` header asks for (seconds or a date), or `undefined` when it says nothing usable. */
function askedPause(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function remedyOf(status: number): string {
  if (status === 401 || status === 403) return 'Check the API key of the embedding server.';
  if (status === 404) return 'Check the address (it ends in /v1) and the model name in EMBEDDING_MODEL.';
  if (status === 429) return 'Wait, or raise the limit of your account there.';
  if (status >= 500) return 'Try again later, or ask who runs the server.';
  return 'Check the model name in EMBEDDING_MODEL.';
}

/** What went wrong at one try: `retry` when another may succeed, with the pause that the server asked for. */
interface Refusal {
  readonly error: EncoderError;
  readonly retry: boolean;
  readonly pause: number | undefined;
}

async function tryOnce(
  url: string,
  request: RequestInit,
  { apiKey, timeout, signal }: { apiKey: string | undefined; timeout: number; signal: AbortSignal | undefined },
): Promise<{ body: unknown } | Refusal> {
  const deadline = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      ...request,
      signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
    });
    const text = await response.text();
    if (response.ok) return { body: JSON.parse(text) };
    // Some servers repeat the key in their complaint.
    const complaint = (apiKey ? text.replaceAll(apiKey, '…') : text).replaceAll(/\s+/g, ' ').slice(0, 200);
    return {
      error: new EncoderError(`${url} answered ${response.status}: ${complaint}`, remedyOf(response.status)),
      retry: response.status === 429 || response.status >= 500,
      pause: askedPause(response.headers.get('retry-after'), Date.now()),
    };
  } catch (cause) {
    signal?.throwIfAborted();
    const notJson = cause instanceof SyntaxError;
    const what = deadline.aborted
      ? `did not answer within ${timeout / 1_000} s`
      : notJson
        ? 'did not answer with JSON'
        : 'cannot be reached';
    // The cause of fetch's own errors names hosts and ports, never headers, so the key is not in it.
    const error = new EncoderError(
      `${url} ${what}.`,
      'Check the address in EMBEDDING_MODEL and that the server runs.',
      { cause },
    );
    return { error, retry: !notJson, pause: undefined };
  }
}

/**
 * POSTs JSON and gives the parsed reply. Asks again, a bounded number of times, after 429, 5xx, a timeout or a broken
 * connection.
 * @throws EncoderError with the last refusal; the signal's reason when it was aborted. Neither contains the key.
 */
export async function postJson(
  url: string,
  payload: unknown,
  {
    apiKey,
    patience,
    signal,
  }: { apiKey: string | undefined; patience: RequestPatience; signal: AbortSignal | undefined },
): Promise<unknown> {
  const request: RequestInit = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify(payload),
  };
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryOnce(url, request, { apiKey, timeout: patience.timeout, signal });
    if ('body' in outcome) return outcome.body;
    if (!outcome.retry || attempt >= patience.attempts) throw outcome.error;
    // Up to a quarter is left to chance, so that clients refused together do not return together.
    const usual = patience.firstPause * 2 ** (attempt - 1) * (1 + Math.random() / 4);
    await patience.pause(Math.min(outcome.pause ?? usual, patience.longestPause), signal);
    signal?.throwIfAborted();
  }
}
