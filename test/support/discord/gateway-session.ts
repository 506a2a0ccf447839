import { type GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { GatewayEvent } from './event-feed.js';

/** One session of the bot: it outlives its connection, so that a resume can replay what was missed. */
export interface GatewaySession {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly sequence: number;
  /** True while a client is connected to it. */
  readonly isLive: boolean;
  /** True while a client is connected that has taken in what `confirm` followed. */
  readonly isConfirmed: boolean;
  /** Whether its shard and its intents let it have such an event. */
  takes(event: Pick<GatewayEvent, 'guildId' | 'intent'>): boolean;
  /** Numbers an event, keeps it for a resume, and sends it when a client is connected. */
  dispatch(name: string, data: object): void;
  attach(socket: WebSocket): void;
  /** Asks the client to say that everything so far arrived, by a ping of the WebSocket protocol. */
  confirm(onArrival: () => void): void;
  /** Forgets the connection if it is still this one. */
  detach(socket: WebSocket): void;
  /** Sends again whatever came after `sequence`, then RESUMED. */
  replay(sequence: number): void;
}

/** Which shard hears of a guild; direct messages go to the first. */
function isForShard(guildId: string | null, [id, count]: readonly [number, number]): boolean {
  return guildId === null ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}

export function createGatewaySession(
  id: string,
  intents: GatewayIntentBits,
  shard: readonly [id: number, count: number],
): GatewaySession {
  const history: { readonly sequence: number; readonly frame: string }[] = [];
  let sequence = 0;
  let connection: WebSocket | null = null;
  let isConfirmed = false;

  function dispatch(name: string, data: object): void {
    sequence += 1;
    const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: name, s: sequence, d: data });
    history.push({ sequence, frame });
    connection?.send(frame);
  }

  const isLive = (): boolean => connection !== null && connection.readyState === connection.OPEN;

  return {
    id,
    shard,
    get sequence() {
      return sequence;
    },
    get isLive() {
      return isLive();
    },
    get isConfirmed() {
      return isConfirmed && isLive();
    },
    takes: ({ guildId, intent }) => isForShard(guildId, shard) && (intent === null || (intents & intent) !== 0),
    dispatch,
    attach(socket) {
      connection = socket;
      isConfirmed = false;
    },
    confirm(onArrival) {
      const asked = connection;
      asked?.once('pong', () => {
        if (connection !== asked) return;
        isConfirmed = true;
        onArrival();
      });
      asked?.ping();
    },
    detach(socket) {
      if (connection === socket) connection = null;
    },
    replay(from) {
      for (const { sequence: number, frame } of history) if (number > from) connection?.send(frame);
      dispatch('RESUMED', { _trace: [] });
    },
  };
}
