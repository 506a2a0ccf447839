import { ChatModelError } from '../errors.js';

/** The header in which a server takes its key. */
export type KeyHeader = 'authorization' | 'x-api-key';

/** What a request needs. Client libraries add others on their own, of the machine and from the environment. */
const allowedHeaders = ['accept', 'content-type', 'anthropic-version'] as const;

/** Stands in the client libraries for the key, which they never get to see: it can be in none of their errors or logs. */
export const keyElsewhere = 'held-by-parley';

/**
 * A `fetch` that reaches one server and no other, whatever the environment told the library that calls it: requests to
 * other origins are refused, and so is to be sent elsewhere by an answer, or to be given a page for people. The key is put
 * in here.
 */
export function guardedFetch(
  baseUrl: string,
  apiKey: string | undefined,
  keyHeader: KeyHeader,
  fetchIt: typeof fetch = fetch,
): typeof fetch {
  const { origin } = new URL(baseUrl);
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) {
      const what = `A request to ${url.origin} was stopped: only ${origin} is configured.`;
      throw new ChatModelError('broken', what, 'Report this as a defect of Parley.');
    }
    const given = new Headers(init.headers);
    const headers = new Headers();
    for (const name of allowedHeaders) {
      const value = given.get(name);
      if (value !== null) headers.set(name, value);
    }
    if (apiKey !== undefined) headers.set(keyHeader, keyHeader === 'authorization' ? `Bearer ${apiKey}` : apiKey);
    const response = await fetchIt(url, { ...init, headers, redirect: 'manual' });
    const isRedirect = response.status >= 300 && response.status < 400;
    // Where an API was expected, any page with a 200: a client library finds no reply in it, and the model seems silent.
    const isPage = response.ok && /^text\/html\b/iu.test(response.headers.get('content-type') ?? '');
    if (!isRedirect && !isPage) return response;
    await response.body?.cancel();
    if (isPage) {
      throw new ChatModelError(
        'broken',
        `${baseUrl} answers with a web page, as no chat model does.`,
        'Give the address of its API in the configuration; most end in /v1.',
      );
    }
    throw new ChatModelError(
      'broken',
      `${origin} sends requests elsewhere (${response.status}), where Parley does not follow.`,
      'Give the address that it leads to in the configuration.',
    );
  };
}
