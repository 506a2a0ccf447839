import { Events } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createClient } from '#src/discord/connection/client.js';
import { leaveDiscord } from '#src/discord/connection/leave-discord.js';
import { manualTimers } from './manual-timers.js';

/** A client as far as it is needed to leave. */
function clientOf(destroy: () => Promise<void>): Parameters<typeof leaveDiscord>[0]['client'] {
  const client = createClient();
  client.destroy = destroy;
  return client;
}

describe('leaving Discord', () => {
  it.each([
    ['when the client has left', () => Promise.resolve()],
    ['when it cannot even do that', () => Promise.reject(new Error('broken'))],
  ])('ends %s', async (_, destroy) => {
    const timers = manualTimers();
    await expect(leaveDiscord({ client: clientOf(destroy), timeoutMs: 1_000, timers })).resolves.toBe('left');
    expect(timers.pending).toBe(0);
  });

  it('is not told as a connection that is lost', async () => {
    const client = createClient();
    let warnings = 0;
    client.on(Events.ShardReconnecting, () => {
      warnings += 1;
    });
    await leaveDiscord({ client, timeoutMs: 1_000, timers: manualTimers() });
    client.emit(Events.ShardReconnecting, 0);
    expect(warnings).toBe(0);
  });

  it('does not wait for ever for a Discord that does not answer', async () => {
    const timers = manualTimers();
    const leaving = leaveDiscord({ client: clientOf(() => new Promise(() => {})), timeoutMs: 1_000, timers });
    await timers.advance(1_000);
    await expect(leaving).resolves.toBe('timed-out');
  });
});
