import { describe, expect, it } from 'vitest';
import { pacedRequests } from '#src/discord/connection/paced-requests.js';
import { manualTimers } from './manual-timers.js';

const url = 'http://127.0.0.1/x';
const withToken = { headers: { Authorization: 'Bot token' } };

/** Requests that note when they start, at most two a second. */
function setUp() {
  const timers = manualTimers();
  const started: number[] = [];
  const request = pacedRequests(
    async () => {
      started.push(timers.now());
      return new Response('');
    },
    2,
    timers.now,
    timers,
  );
  return { timers, started, request };
}

describe('requests with the token', () => {
  it('start at most so many a second, in their order', async () => {
    const { timers, started, request } = setUp();
    const all = Promise.all(Array.from({ length: 5 }, () => request(url, withToken)));
    await timers.advance(3_000);
    await all;
    expect(started).toEqual([0, 0, 1_000, 1_000, 2_000]);
  });

  it('start at once again after a quiet second', async () => {
    const { timers, started, request } = setUp();
    await Promise.all([request(url, withToken), request(url, withToken)]);
    await timers.advance(1_000);
    await request(url, withToken);
    expect(started).toEqual([0, 0, 1_000]);
  });

  it('are not made when they are given up while they wait', async () => {
    const { started, request } = setUp();
    const givingUp = new AbortController();
    await Promise.all([request(url, withToken), request(url, withToken)]);
    const waiting = request(url, { ...withToken, signal: givingUp.signal });
    givingUp.abort(new Error('given up'));
    await expect(waiting).rejects.toThrow('given up');
    expect(started).toHaveLength(2);
  });
});

describe('requests without it, such as answers to interactions', () => {
  it('never wait', async () => {
    const { started, request } = setUp();
    await Promise.all(Array.from({ length: 100 }, () => request(url, { headers: {} })));
    expect(started).toEqual(Array.from({ length: 100 }, () => 0));
  });
});
