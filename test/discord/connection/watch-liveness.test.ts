import { EventEmitter } from 'node:events';
import { type Client, Collection, Events, Status } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { watchLiveness } from '#src/discord/connection/watch-liveness.js';
import { manualTimers } from './manual-timers.js';

const limits = { lookEveryMs: 1_000, staleAckMs: 10_000, unreachableMs: 30_000 };

interface FakeShard {
  readonly id: number;
  status: Status;
  lastPingTimestamp: number;
}

/** A client with as much of its gateway as is looked at, and a watch over it. */
function setUp({ shards = 1, isReady = true } = {}) {
  const all = Array.from({ length: shards }, (_, id): FakeShard => {
    return { id, status: isReady ? Status.Ready : Status.Connecting, lastPingTimestamp: -1 };
  });
  const emitter = Object.assign(new EventEmitter(), {
    ws: { shards: new Collection(all.map((shard) => [shard.id, shard])) },
  });
  const timers = manualTimers();
  const deaths: string[] = [];
  const watch = watchLiveness({
    client: emitter as unknown as Client,
    onDead: (reason) => deaths.push(reason),
    clock: timers.now,
    timers,
    limits,
  });
  const [shard] = all as [FakeShard, ...FakeShard[]];
  return {
    all,
    emitter,
    timers,
    deaths,
    watch,
    shard,
    acknowledge: (one: FakeShard = shard) => {
      one.lastPingTimestamp = timers.now();
    },
    loses: (one: FakeShard = shard) => {
      one.status = Status.Connecting;
      emitter.emit(Events.ShardReconnecting, one.id);
    },
    resumes: (one: FakeShard = shard) => {
      one.status = Status.Ready;
      emitter.emit(Events.ShardResume, one.id, 0);
    },
  };
}

describe('the liveness of a connection', () => {
  it('holds while Discord acknowledges heartbeats', async () => {
    const { timers, watch, deaths, acknowledge } = setUp();
    for (let count = 0; count < 30; count += 1) {
      await timers.advance(4_000);
      acknowledge();
    }
    await timers.advance(3_000);
    // Seen at the look that followed it, a second later.
    expect(watch.state()).toEqual({ isLive: true, reason: null, lastAckAgeMs: 2_000 });
    expect(deaths).toEqual([]);
  });

  it('ends when no heartbeat is acknowledged any more, although the client calls itself ready', async () => {
    const { timers, watch, deaths, acknowledge } = setUp();
    await timers.advance(1_000);
    acknowledge();
    await timers.advance(12_000);
    expect(watch.state()).toEqual({
      isLive: false,
      reason: 'Discord has acknowledged no heartbeat for 11 s',
      lastAckAgeMs: 11_000,
    });
    await timers.advance(29_000);
    expect(deaths).toEqual([]);
    await timers.advance(3_000);
    expect(deaths).toEqual([expect.stringMatching(/^Discord was out of reach for 30 s: .*no heartbeat/u)]);
  });

  it.each([4004, 4010, 4011, 4012, 4013, 4014])(
    'ends at once when Discord closes the connection for good (%i), which discord.js keeps silent about',
    (code) => {
      const { emitter, watch, deaths, shard, timers } = setUp();
      shard.status = Status.Disconnected;
      emitter.emit(Events.ShardDisconnect, { code }, 0);
      expect(deaths).toEqual([`Discord closed the connection for good, with code ${code}`]);
      expect(watch.state()).toMatchObject({ isLive: false, reason: deaths[0] });
      expect(timers.pending).toBe(0);
    },
  );

  it('pauses while the connection is made anew', async () => {
    const { watch, loses, resumes, timers, acknowledge, deaths } = setUp();
    loses();
    await timers.advance(20_000);
    expect(watch.state()).toMatchObject({ isLive: false, reason: 'the connection to Discord is being made anew' });
    resumes();
    expect(watch.state()).toEqual({ isLive: true, reason: null, lastAckAgeMs: 0 });
    await timers.advance(5_000);
    acknowledge();
    await timers.advance(5_000);
    loses();
    await timers.advance(29_000);
    expect(deaths).toEqual([]);
  });

  it('ends when the gateway cannot be reached for too long, and says so once', async () => {
    const { loses, timers, deaths } = setUp();
    loses();
    await timers.advance(300_000);
    expect(deaths).toHaveLength(1);
    expect(timers.pending).toBe(0);
  });

  it('ends for a connection that breaks again and again before a heartbeat is acknowledged', async () => {
    const { loses, resumes, timers, deaths } = setUp();
    for (let count = 0; count < 20; count += 1) {
      loses();
      await timers.advance(1_500);
      resumes();
      await timers.advance(1_500);
    }
    expect(deaths).toHaveLength(1);
  });

  it('is as bad as that of the worst shard', async () => {
    const { all, timers, watch, acknowledge } = setUp({ shards: 3 });
    await timers.advance(9_000);
    for (const shard of all.slice(1)) acknowledge(shard);
    await timers.advance(2_000);
    expect(watch.state()).toMatchObject({ isLive: false, lastAckAgeMs: 11_000 });
  });

  it('is not expected before the first connection, however long that takes', async () => {
    const { timers, watch, deaths, resumes } = setUp({ isReady: false });
    await timers.advance(600_000);
    expect(watch.state()).toMatchObject({ isLive: false, lastAckAgeMs: null });
    expect(deaths).toEqual([]);
    resumes();
    expect(watch.state().isLive).toBe(true);
  });

  it('is watched no longer than somebody wants to know', async () => {
    const { watch, emitter, timers, loses, deaths } = setUp();
    watch.stop();
    loses();
    emitter.emit(Events.ShardDisconnect, { code: 4004 }, 0);
    await timers.advance(300_000);
    expect(deaths).toEqual([]);
    expect(emitter.eventNames()).toEqual([]);
  });
});
