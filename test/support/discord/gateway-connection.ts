import {
  GatewayCloseCodes,
  type GatewayIdentifyData,
  GatewayOpcodes,
  type GatewayResumeData,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { createBeatWatch } from './beat-watch.js';
import type { GatewaySession } from './gateway-session.js';
import { type GatewayRefusal, refusalOf } from './identify-refusal.js';
import { readFrame } from './read-frame.js';

/** Sends a client may make in a minute. */
const mostSends = 120;

export interface GatewayRules {
  readonly token: string;
  readonly heartbeatIntervalMs: number;
  /** False while heartbeats stay unanswered. */
  acknowledges(): boolean;
  /** Takes one from the day's identifies; false when none is left. */
  takesIdentify(): boolean;
  begin(socket: WebSocket, identify: GatewayIdentifyData): GatewaySession;
  /** The session to go on with, or `undefined` when there is none of that id. */
  resume(id: string): GatewaySession | undefined;
  /** The client will not come back for its session. */
  end(session: GatewaySession): void;
  changed(): void;
  violated(rule: string, detail: string): void;
}

/**
 * Speaks with one client from HELLO until it is gone.
 *
 * One closure, because every opcode needs the session that another one began.
 */
export function serveGatewayConnection(socket: WebSocket, rules: GatewayRules): void {
  let session: GatewaySession | undefined;
  let sends: readonly number[] = [];
  const watch = createBeatWatch(rules.heartbeatIntervalMs, () => socket.close(GatewayCloseCodes.SessionTimedOut));

  const send = (op: GatewayOpcodes, data: unknown): void =>
    socket.send(JSON.stringify({ op, d: data, s: null, t: null }));

  function refuse({ code, rule = 'gateway', detail }: GatewayRefusal): void {
    rules.violated(rule, detail);
    socket.close(code);
  }

  function identify(data: GatewayIdentifyData): void {
    if (session !== undefined) {
      refuse({ code: GatewayCloseCodes.AlreadyAuthenticated, detail: 'the client identified twice' });
      return;
    }
    if (data.token !== rules.token || !rules.takesIdentify()) {
      socket.close(GatewayCloseCodes.AuthenticationFailed);
      return;
    }
    const refusal = refusalOf(data);
    if (refusal !== undefined) {
      refuse(refusal);
      return;
    }
    session = rules.begin(socket, data);
    session.confirm(rules.changed);
  }

  function resume(data: GatewayResumeData): void {
    if (data.token !== rules.token) {
      socket.close(GatewayCloseCodes.AuthenticationFailed);
      return;
    }
    const found = rules.resume(data.session_id);
    if (found === undefined) {
      send(GatewayOpcodes.InvalidSession, false);
      return;
    }
    if (data.seq > found.sequence) {
      refuse({ code: GatewayCloseCodes.InvalidSeq, detail: `sequence ${data.seq} has not been reached` });
      return;
    }
    session = found;
    session.attach(socket);
    session.replay(data.seq);
    session.confirm(rules.changed);
    rules.changed();
  }

  function take(op: GatewayOpcodes, data: unknown): void {
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        watch.beat();
        if (rules.acknowledges()) send(GatewayOpcodes.HeartbeatAck, null);
        return;
      case GatewayOpcodes.Identify:
        identify(data as GatewayIdentifyData);
        return;
      case GatewayOpcodes.Resume:
        resume(data as GatewayResumeData);
        return;
      case GatewayOpcodes.PresenceUpdate:
        if (session === undefined) {
          refuse({ code: GatewayCloseCodes.NotAuthenticated, detail: `opcode ${op} before identify` });
        }
        return;
      default:
        refuse({ code: GatewayCloseCodes.UnknownOpcode, detail: `opcode ${op} is unknown here` });
    }
  }

  socket.on('message', (data, isBinary) => {
    const frame = isBinary ? undefined : readFrame(String(data));
    sends = [...sends.filter((at) => at > Date.now() - 60_000), Date.now()];
    if (frame === undefined) refuse({ code: GatewayCloseCodes.DecodeError, detail: 'a frame is no JSON text' });
    else if (sends.length > mostSends) {
      refuse({ code: GatewayCloseCodes.RateLimited, detail: `more than ${mostSends} sends in a minute` });
    } else take(frame.op, frame.d);
  });
  socket.on('close', (code) => {
    watch.stop();
    session?.detach(socket);
    // A client that says good-bye in these words gives its session up.
    if (session !== undefined && (code === 1000 || code === 1001)) rules.end(session);
    rules.changed();
  });
  send(GatewayOpcodes.Hello, { heartbeat_interval: rules.heartbeatIntervalMs, _trace: [] });
}
