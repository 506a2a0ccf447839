import { type Client, Status } from 'discord.js';

/** What is known of one shard's heart. Times are the clock's. */
interface Pulse {
  /** What discord.js noted at the last heartbeat that was acknowledged. */
  readonly lastPing: number;
  /** When an acknowledgement was last seen; `undefined` before the first one. */
  readonly ackedAt: number | undefined;
  /** When that was, or when the connection began. */
  readonly aliveAt: number;
}

export interface PulseWatch {
  /** Takes note of what was acknowledged since the last look. */
  look(): void;
  /** A connection of a shard begins, and has had no time yet for a heartbeat. */
  begin(shard: number): void;
  /** Milliseconds since the last acknowledgement, or since the connection began, where that is longest; `null` before. */
  oldest(): number | null;
  /** Whether every shard had an acknowledgement at this time of the clock or later. */
  allAckedSince(time: number): boolean;
}

/**
 * Sees by looking which heartbeats Discord acknowledges, as discord.js tells of them only in its `debug` texts.
 * @param clock Milliseconds of a clock that never goes back
 */
export function watchPulses(client: Pick<Client, 'ws'>, clock: () => number): PulseWatch {
  const pulses = new Map<number, Pulse>();

  function look(): void {
    for (const { id, status, lastPingTimestamp: lastPing } of client.ws.shards.values()) {
      const known = pulses.get(id);
      if (known === undefined) {
        if (status === Status.Ready) pulses.set(id, { lastPing, ackedAt: undefined, aliveAt: clock() });
      } else if (known.lastPing !== lastPing) {
        pulses.set(id, { lastPing, ackedAt: clock(), aliveAt: clock() });
      }
    }
  }

  return {
    look,
    begin(shard) {
      look();
      const lastPing = client.ws.shards.get(shard)?.lastPingTimestamp ?? -1;
      pulses.set(shard, { lastPing, ackedAt: pulses.get(shard)?.ackedAt, aliveAt: clock() });
    },
    oldest() {
      if (pulses.size === 0) return null;
      return Math.max(...[...pulses.values()].map(({ aliveAt }) => clock() - aliveAt));
    },
    allAckedSince(time) {
      return [...pulses.values()].every(({ ackedAt }) => ackedAt !== undefined && ackedAt >= time);
    },
  };
}
