import { type Client, Events, Status } from 'discord.js';
import { systemTimers, type Timers } from './timers.js';
import { watchPulses } from './watch-pulses.js';

/** Durations in milliseconds. */
export interface LivenessLimits {
  /** Between two looks. */
  readonly lookEveryMs: number;
  /** Discord acknowledges a heartbeat about every 41 s, and discord.js gives a connection up after two without. */
  readonly staleAckMs: number;
  /** So long without a live connection, and it is given up. */
  readonly unreachableMs: number;
}

export interface LivenessState {
  readonly isLive: boolean;
  /** Why not, as a part of a sentence; `null` when live. */
  readonly reason: string | null;
  /**
   * Since Discord last acknowledged a heartbeat, or since the connection began, of the shard where that is longest; to
   * within the time between two looks. `null` before the first connection.
   */
  readonly lastAckAgeMs: number | null;
}

export interface LivenessWatch {
  stop(): void;
  state(): LivenessState;
}

export interface LivenessInput {
  readonly client: Client;
  /** Called once, when the connection does not come back by itself. The process should exit with 1 then. */
  readonly onDead: (reason: string) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly clock?: () => number;
  readonly timers?: Timers;
  readonly limits?: Partial<LivenessLimits>;
}

const usualLimits: LivenessLimits = { lookEveryMs: 5_000, staleAckMs: 120_000, unreachableMs: 300_000 };

/**
 * Watches whether the client hears Discord at all. Its own `isReady()` stays true for ever: after Discord closed the
 * connection for good (a token that was reset), and while the gateway cannot be reached.
 *
 * A connection that breaks is given `unreachableMs` to come back, and counts as back with its first heartbeat that is
 * acknowledged: one that breaks again and again before that is none.
 */
export function watchLiveness({
  client,
  onDead,
  clock = () => performance.now(),
  timers = systemTimers,
  limits: ownLimits = {},
}: LivenessInput): LivenessWatch {
  const limits = { ...usualLimits, ...ownLimits };
  const pulses = watchPulses(client, clock);
  let wasLive = false;
  let troubledSince: number | undefined;
  let deadBecause: string | undefined;
  let cancel: (() => void) | undefined;

  function trouble(): string | null {
    if (deadBecause !== undefined) return deadBecause;
    const { shards } = client.ws;
    if (shards.size === 0) return 'there is no connection to Discord yet';
    if (shards.some(({ status }) => status !== Status.Ready)) return 'the connection to Discord is being made anew';
    const age = pulses.oldest() ?? 0;
    if (age <= limits.staleAckMs) return null;
    return `Discord has acknowledged no heartbeat for ${Math.round(age / 1_000)} s`;
  }

  function die(reason: string): void {
    if (deadBecause !== undefined) return;
    deadBecause = reason;
    stop();
    onDead(reason);
  }

  function look(): void {
    pulses.look();
    const reason = trouble();
    if (reason === null) {
      wasLive = true;
      if (troubledSince !== undefined && pulses.allAckedSince(troubledSince)) troubledSince = undefined;
      return;
    }
    // Before the first connection it is `connect` that waits, for as long as it takes.
    if (!wasLive) return;
    troubledSince ??= clock();
    if (clock() - troubledSince < limits.unreachableMs) return;
    die(`Discord was out of reach for ${Math.round((clock() - troubledSince) / 1_000)} s: ${reason}`);
  }

  function lookAgain(): void {
    look();
    if (deadBecause === undefined) cancel = timers.after(limits.lookEveryMs, lookAgain);
  }

  const disconnect = ({ code }: { readonly code: number }): void => {
    // A first connection that is refused is for `connect` to report, which knows what to do about it.
    if (wasLive) die(`Discord closed the connection for good, with code ${code}`);
  };
  const begin = (shard: number): void => {
    wasLive = true;
    pulses.begin(shard);
  };

  function stop(): void {
    cancel?.();
    client.off(Events.ShardDisconnect, disconnect);
    client.off(Events.ShardReady, begin);
    client.off(Events.ShardResume, begin);
  }

  client.on(Events.ShardDisconnect, disconnect);
  client.on(Events.ShardReady, begin);
  client.on(Events.ShardResume, begin);
  lookAgain();

  return {
    stop,
    state() {
      pulses.look();
      const reason = trouble();
      return { isLive: reason === null, reason, lastAckAgeMs: pulses.oldest() };
    },
  };
}
