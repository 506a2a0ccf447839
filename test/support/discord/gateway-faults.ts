import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { LoopbackPort } from './loopback-port.js';

/** What a test makes go wrong between the client and the gateway. Each call is for the connections there are now. */
export interface GatewayFaults {
  /** How many clients are connected. */
  readonly connections: number;
  /** Identifies and resumes that were granted so far. */
  readonly identifies: number;
  readonly resumes: number;
  /** Op 7: the client is told to come back and resume. */
  reconnects(): void;
  /** Op 9; without `isResumable` the session is gone. */
  invalidates(isResumable: boolean): void;
  /** Cuts the TCP connection: no closing frame. */
  drops(): void;
  /** New connections find the port closed, until `accepts`. */
  refuses(): void;
  accepts(): Promise<void>;
  /** Heartbeats stay unanswered, until `acknowledges`. */
  withholdsAcks(): void;
  acknowledges(): void;
  closes(code: number): void;
}

/** What a gateway counts and remembers while it runs. */
export interface GatewayCounts {
  sessionStartsLeft: number;
  acknowledges: boolean;
  identifies: number;
  resumes: number;
}

export function createGatewayFaults(
  counts: GatewayCounts,
  sockets: () => readonly WebSocket[],
  port: Pick<LoopbackPort, 'open' | 'close'>,
  endSessions: () => void,
): GatewayFaults {
  function tell(op: GatewayOpcodes, data: unknown): void {
    for (const socket of sockets()) socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
  }
  return {
    get connections() {
      return sockets().length;
    },
    get identifies() {
      return counts.identifies;
    },
    get resumes() {
      return counts.resumes;
    },
    reconnects: () => tell(GatewayOpcodes.Reconnect, null),
    invalidates(isResumable) {
      if (!isResumable) endSessions();
      tell(GatewayOpcodes.InvalidSession, isResumable);
    },
    drops() {
      for (const socket of sockets()) socket.terminate();
    },
    refuses: port.close,
    accepts: port.open,
    withholdsAcks() {
      counts.acknowledges = false;
    },
    acknowledges() {
      counts.acknowledges = true;
    },
    closes(code) {
      for (const socket of sockets()) socket.close(code);
    },
  };
}
