import { Client, GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '#src/discord/connection/connect.js';
import { ConnectionRefused } from '#src/discord/connection/connection-refused.js';
import { watchLiveness } from '#src/discord/connection/watch-liveness.js';
import { describeError } from '#src/redaction.js';
import { createBench } from './connection-bench.js';
import { type ManualTimers, manualTimers } from './manual-timers.js';

const bench = createBench();
afterEach(() => bench.end());

const gatewayRoute = /^\/gateway\/bot$/u;
const never = new AbortController().signal;

/** Lets every pause go by at once. */
function passing(): ManualTimers {
  const timers = manualTimers();
  return {
    ...timers,
    after(milliseconds, action) {
      const cancel = timers.after(milliseconds, action);
      setImmediate(() => void timers.advance(milliseconds));
      return cancel;
    },
  };
}

async function refusalOf(connecting: Promise<void>): Promise<ConnectionRefused> {
  const error = await connecting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectionRefused) return error;
  throw new Error('The connection was not refused.', { cause: error });
}

describe('connecting', () => {
  it('ends with a client that is ready, after one session that asks for no more than it needs', async () => {
    const { discord, client } = await bench.connected();
    await discord.ready();
    expect(client.user.id).toBe(discord.botId);
    expect(client.guilds.cache.size).toBe(1);
    expect(discord.gateway.identifies).toBe(1);
    expect(discord.violations).toEqual([]);
  });

  it('takes a token as people paste it', async () => {
    const discord = await bench.start();
    const client = bench.client(discord.api);
    await connect({ client, token: ` Bot ${discord.token}\n`, signal: never, onWaiting: () => {} });
    expect(client.isReady()).toBe(true);
  });

  it('goes on through faults of Discord, with pauses that grow', async () => {
    const discord = await bench.start();
    discord.fails({ route: gatewayRoute, kind: '500', times: 7 });
    const timers = passing();
    const lines: string[] = [];
    const client = bench.client(discord.api);
    await connect({
      client,
      token: discord.token,
      signal: never,
      onWaiting: (line) => lines.push(line),
      timers,
      random: () => 1,
    });
    expect(client.isReady()).toBe(true);
    expect(timers.waits).toEqual([1_000, 2_000]);
    expect(lines).toEqual([
      'Discord has a fault; the next try is in 1 s.',
      'Discord has a fault; the next try is in 2 s.',
    ]);
  });

  it('goes on, and can be ended in the end, with a client that already failed once', async () => {
    const discord = await bench.start();
    let asked = 0;
    // The first question is this module's own, the next ones are discord.js's.
    const isOwnOfDiscordJs = (_: string, path: string): boolean => gatewayRoute.test(path) && ++asked > 1;
    discord.fails({ route: isOwnOfDiscordJs, kind: '500', times: 3 });
    const client = bench.client(discord.api);
    await connect({ client, token: discord.token, signal: never, onWaiting: () => {}, timers: passing() });
    expect(client.isReady()).toBe(true);
    await client.destroy();
    await discord.closed();
  });

  it('goes on without a network, until somebody stops it', async () => {
    const discord = await bench.start();
    await discord.stop();
    const timers = passing();
    const stop = new AbortController();
    const lines: string[] = [];
    const connecting = connect({
      client: bench.client(discord.api),
      token: discord.token,
      signal: stop.signal,
      onWaiting: (line) => {
        if (lines.push(line) === 5) stop.abort(new Error('stopped'));
      },
      timers,
      random: () => 1,
    });
    await expect(connecting).rejects.toThrow('stopped');
    expect(timers.waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(lines[4]).toBe('Discord cannot be reached; the next try is in 16 s.');
  });

  it('goes on while the gateway cannot be reached, and is the same client afterwards', async () => {
    const discord = await bench.start();
    await discord.gateway.refuses();
    const client = bench.client(discord.api);
    const lines: string[] = [];
    await connect({
      client,
      token: discord.token,
      signal: never,
      onWaiting: (line) => {
        if (lines.push(line) === 2) void discord.gateway.accepts();
      },
    });
    expect(client.isReady()).toBe(true);
    expect(lines[0]).toBe("Discord's gateway does not answer; the next try follows.");
    expect(discord.gateway.identifies).toBe(1);
  });

  it('stops when it is told to while the gateway cannot be reached', async () => {
    const discord = await bench.start();
    await discord.gateway.refuses();
    const stop = new AbortController();
    const connecting = connect({
      client: bench.client(discord.api),
      token: discord.token,
      signal: stop.signal,
      onWaiting: () => stop.abort(new Error('stopped')),
    });
    await expect(connecting).rejects.toThrow('stopped');
    expect(discord.gateway.identifies).toBe(0);
  });

  it('does not wait long for a server that is unavailable: whoever asks has three seconds', async () => {
    const discord = await bench.start({ guildUnavailableAtReady: true, acknowledgeWithinMs: 2_500 });
    discord.registers([{ name: 'ping', description: 'Answers' }]);
    const client = bench.client(discord.api);
    client.on('interactionCreate', (interaction) => {
      if (interaction.isChatInputCommand()) interaction.reply('pong').catch(() => undefined);
    });
    const connecting = connect({ client, token: discord.token, signal: never, onWaiting: () => {} });
    await discord.until(() => discord.gateway.identifies === 1, 'an identify');
    const anna = discord.member('anna');
    const reply = await anna.runs('ping', {}, { in: anna.direct });
    expect(reply.failed).toBeUndefined();
    expect(reply.messages[0]?.content).toBe('pong');
    await connecting;
  });
});

describe('a connection that Discord refuses', () => {
  it('for its token is tried once, and the line names DISCORD_TOKEN and not the token', async () => {
    const discord = await bench.start();
    const token = `${discord.token.slice(0, -4)}AAAA`;
    const lines: string[] = [];
    const error = await refusalOf(
      connect({ client: bench.client(discord.api), token, signal: never, onWaiting: (line) => lines.push(line) }),
    );
    expect(error.exitCode).toBe(78);
    expect(error.line).toMatch(/DISCORD_TOKEN/u);
    expect(JSON.stringify([error.line, describeError(error), error.stack])).not.toContain(token.slice(0, 30));
    expect(discord.requests).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  it.each(['', '   ', 'two words', 'tökèn', 'line\nbreak'])('for the token "%s" is not even tried', async (token) => {
    const discord = await bench.start();
    const error = await refusalOf(
      connect({ client: bench.client(discord.api), token, signal: never, onWaiting: () => {} }),
    );
    expect([error.exitCode, error.line.includes('DISCORD_TOKEN')]).toEqual([78, true]);
    expect(discord.requests).toEqual([]);
  });

  it('for an intent names it', async () => {
    const discord = await bench.start();
    const client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent],
      rest: { api: discord.api },
    });
    const error = await refusalOf(connect({ client, token: discord.token, signal: never, onWaiting: () => {} }));
    expect(error.exitCode).toBe(78);
    expect(error.line).toMatch(/MessageContent.*"Message Content Intent"/u);
    await discord.closed();
  });

  it('is the business of whoever connects, not of the watch over a connection that was never there', async () => {
    const discord = await bench.start();
    const client = new Client({ intents: [GatewayIntentBits.MessageContent], rest: { api: discord.api } });
    const dead = new AbortController();
    const liveness = watchLiveness({ client, onDead: () => dead.abort(new Error('dead')) });
    const error = await refusalOf(connect({ client, token: discord.token, signal: dead.signal, onWaiting: () => {} }));
    liveness.stop();
    expect([error.exitCode, dead.signal.aborted]).toEqual([78, false]);
  });

  it('for want of sessions says when there are new ones, and spends none', async () => {
    const discord = await bench.start({ sessionStartsLeft: 0 });
    const now = Date.parse('2026-11-24T12:00:00Z');
    const error = await refusalOf(
      connect({
        client: bench.client(discord.api),
        token: discord.token,
        signal: never,
        onWaiting: () => {},
        now: () => now,
      }),
    );
    expect(error.exitCode).toBe(1);
    expect(error.line).toMatch(/1000 new sessions a day.*after 2026-11-2[45]T/u);
    expect(discord.gateway.identifies).toBe(0);
  });

  it('for a reason that nobody foresaw ends with what Discord said', async () => {
    const discord = await bench.start();
    discord.fails({ route: gatewayRoute, kind: 'error', status: 404 });
    const error = await refusalOf(
      connect({ client: bench.client(discord.api), token: discord.token, signal: never, onWaiting: () => {} }),
    );
    expect([error.exitCode, error.line.includes('HTTP 404')]).toEqual([1, true]);
  });
});
