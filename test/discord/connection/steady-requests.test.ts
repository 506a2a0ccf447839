import type { RESTOptions } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { steadyRequests } from '#src/discord/connection/steady-requests.js';
import { TooManyRefusals } from '#src/discord/connection/too-many-refusals.js';
import { manualTimers } from './manual-timers.js';

const limits = { refusals: 3, unsaidWaitMs: 1_000, firstPauseMs: 100, retries: 2 };
const url = 'http://127.0.0.1/x';

type Request = Parameters<RESTOptions['makeRequest']>[1];

function requestOf(signal?: AbortSignal): Request {
  return { headers: {}, ...(signal === undefined ? {} : { signal }) };
}

function setUp(status: number, headers: Record<string, string> = {}) {
  const timers = manualTimers();
  const request = steadyRequests(async () => new Response('', { status, headers }), timers, limits);
  return { timers, request };
}

describe('a request that is refused for its rate', () => {
  it.each([[{}], [{ 'retry-after': '0' }], [{ 'retry-after': 'soon' }]])(
    'waits a second when the answer %o does not say how long',
    async (headers) => {
      const { request } = setUp(429, headers);
      expect((await request(url, requestOf())).headers.get('retry-after')).toBe('1');
    },
  );

  it('waits as long as Discord says', async () => {
    const { request } = setUp(429, { 'retry-after': '0.25' });
    expect((await request(url, requestOf())).headers.get('retry-after')).toBe('0.25');
  });

  it('is given up after a few refusals in a row', async () => {
    const { request } = setUp(429, { 'retry-after': '0.25' });
    const one = requestOf();
    await request(url, { ...one });
    await request(url, { ...one });
    await expect(request(url, { ...one })).rejects.toThrow(TooManyRefusals);
  });

  it('is counted apart from every other request', async () => {
    const { request } = setUp(429, { 'retry-after': '0.25' });
    for (let count = 0; count < 5; count += 1) expect((await request(url, requestOf())).status).toBe(429);
  });
});

describe('a request that meets a fault of Discord', () => {
  it('is made again after pauses that double, and not after the last try', async () => {
    const { request, timers } = setUp(503);
    const one = requestOf();
    for (let count = 0; count < 2; count += 1) {
      const answer = request(url, { ...one });
      await timers.timerSet();
      await timers.advance(1_000);
      expect((await answer).status).toBe(503);
    }
    expect((await request(url, { ...one })).status).toBe(503);
    expect(timers.waits).toEqual([100, 200]);
  });

  it('does not pause any longer once it is given up', async () => {
    const { request, timers } = setUp(503);
    const stop = new AbortController();
    const answer = request(url, requestOf(stop.signal));
    await timers.timerSet();
    stop.abort();
    expect((await answer).status).toBe(503);
    expect(timers.pending).toBe(0);
  });
});

it('leaves every other answer alone', async () => {
  for (const status of [200, 400, 403, 404]) {
    const { request, timers } = setUp(status);
    const answer = await request(url, requestOf());
    expect([answer.status, answer.headers.has('retry-after'), timers.waits]).toEqual([status, false, []]);
  }
});
