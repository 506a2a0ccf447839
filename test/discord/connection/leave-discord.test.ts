import { describe, expect, it } from 'vitest';
import { leaveDiscord } from '#src/discord/connection/leave-discord.js';
import { manualTimers } from './manual-timers.js';

describe('leaving Discord', () => {
  it.each([
    ['when the client has left', () => Promise.resolve()],
    ['when it cannot even do that', () => Promise.reject(new Error('broken'))],
  ])('ends %s', async (_, destroy) => {
    const timers = manualTimers();
    await expect(leaveDiscord({ client: { destroy }, timeoutMs: 1_000, timers })).resolves.toBe('left');
    expect(timers.pending).toBe(0);
  });

  it('does not wait for ever for a Discord that does not answer', async () => {
    const timers = manualTimers();
    const leaving = leaveDiscord({ client: { destroy: () => new Promise(() => {}) }, timeoutMs: 1_000, timers });
    await timers.advance(1_000);
    await expect(leaving).resolves.toBe('timed-out');
  });
});
