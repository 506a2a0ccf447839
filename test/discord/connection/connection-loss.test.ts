import { Events } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { watchLiveness } from '#src/discord/connection/watch-liveness.js';
import { type ConnectionBench, createBench, nextEvent } from './connection-bench.js';
import { manualTimers } from './manual-timers.js';

const bench = createBench();
afterEach(() => bench.end());

function watch({ client }: ConnectionBench) {
  const timers = manualTimers();
  const deaths: string[] = [];
  const { state, stop } = watchLiveness({ client, onDead: (reason) => deaths.push(reason), clock: timers.now, timers });
  return { timers, deaths, state, stop };
}

describe('a connection', () => {
  it.each([4004, 4010, 4011, 4012, 4013, 4014])(
    'that Discord closes for good (%i) is dead, although the client calls itself ready',
    async (code) => {
      const connected = await bench.connected();
      const { deaths, state } = watch(connected);
      const closed = nextEvent(connected.client, Events.ShardDisconnect);
      connected.discord.gateway.closes(code);
      await closed;
      expect(connected.client.isReady()).toBe(true);
      expect(deaths).toEqual([`Discord closed the connection for good, with code ${code}`]);
      expect(state().isLive).toBe(false);
    },
  );

  it.each([
    ['is cut', (discord: ConnectionBench['discord']) => discord.gateway.drops()],
    ['Discord asks to renew', (discord: ConnectionBench['discord']) => discord.gateway.reconnects()],
  ])('that %s is resumed, and what was said meanwhile arrives', async (_, breakIt) => {
    const connected = await bench.connected();
    const { client, discord } = connected;
    const { state, deaths } = watch(connected);
    const anna = discord.member('anna');
    const lost = nextEvent(client, Events.ShardReconnecting);
    const said = nextEvent(client, Events.MessageCreate);
    const back = nextEvent(client, Events.ShardResume);
    breakIt(discord);
    await lost;
    expect(client.isReady()).toBe(true);
    expect(state()).toMatchObject({ isLive: false, reason: 'the connection to Discord is being made anew' });
    await anna.says('<@BOT> are you there?');
    await back;
    const [message] = await said;
    expect(message).toMatchObject({ content: `<@${discord.botId}> are you there?` });
    expect(state().isLive).toBe(true);
    expect(deaths).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it('whose session Discord gives up begins a new one', async () => {
    const connected = await bench.connected();
    const { state } = watch(connected);
    const ready = nextEvent(connected.client, Events.ShardReady);
    connected.discord.gateway.invalidates(false);
    await ready;
    expect(state().isLive).toBe(true);
    expect(connected.discord.gateway.identifies).toBe(2);
  });

  it('that finds no gateway any more is dead after a while, although the client calls itself ready', async () => {
    const connected = await bench.connected();
    const { client, discord } = connected;
    const { timers, deaths, state } = watch(connected);
    await discord.gateway.refuses();
    const lost = nextEvent(client, Events.ShardReconnecting);
    discord.gateway.drops();
    await lost;
    await timers.advance(120_000);
    expect([client.isReady(), state().isLive, deaths]).toEqual([true, false, []]);
    await timers.advance(200_000);
    expect(client.isReady()).toBe(true);
    expect(deaths).toEqual([expect.stringMatching(/^Discord was out of reach for 300 s/u)]);
  });

  it('that finds its gateway in time is alive again', async () => {
    const connected = await bench.connected();
    const { client, discord } = connected;
    const { timers, deaths, state } = watch(connected);
    await discord.gateway.refuses();
    const lost = nextEvent(client, Events.ShardReconnecting);
    discord.gateway.drops();
    await lost;
    await timers.advance(120_000);
    const back = Promise.race([nextEvent(client, Events.ShardResume), nextEvent(client, Events.ShardReady)]);
    await discord.gateway.accepts();
    await back;
    expect(state()).toEqual({ isLive: true, reason: null, lastAckAgeMs: 0 });
    expect(deaths).toEqual([]);
  });

  it('whose heartbeats are acknowledged is as old as the last of them', async () => {
    const connected = await bench.connected({ heartbeatIntervalMs: 200 });
    const { client } = connected;
    const { timers, state } = watch(connected);
    await timers.advance(60_000);
    const before = client.ws.shards.first()?.lastPingTimestamp;
    while (client.ws.shards.first()?.lastPingTimestamp === before) await nextEvent(client, Events.Debug);
    expect(state()).toEqual({ isLive: true, reason: null, lastAckAgeMs: 0 });
  });

  it('whose heartbeats are not acknowledged is made anew', async () => {
    const connected = await bench.connected({ heartbeatIntervalMs: 200 });
    const { client, discord } = connected;
    const { state } = watch(connected);
    const lost = nextEvent(client, Events.ShardReconnecting);
    discord.gateway.withholdsAcks();
    await lost;
    expect(state().isLive).toBe(false);
    const back = nextEvent(client, Events.ShardResume);
    discord.gateway.acknowledges();
    await back;
    expect(state().isLive).toBe(true);
  });
});
