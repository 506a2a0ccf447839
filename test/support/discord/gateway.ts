import { type WebSocket, WebSocketServer } from 'ws';
import type { Changes } from './changes.js';
import type { EventFeed } from './event-feed.js';
import { type GatewayRules, serveGatewayConnection } from './gateway-connection.js';
import { createGatewayFaults, type GatewayCounts, type GatewayFaults } from './gateway-faults.js';
import { createGatewaySessions } from './gateway-sessions.js';
import { openLoopbackPort } from './loopback-port.js';
import type { Violation } from './violation.js';
import type { World, WorldGuild } from './world.js';

export interface GatewayOptions {
  readonly heartbeatIntervalMs: number;
  readonly sessionStartsLeft: number;
}

export interface Gateway {
  readonly url: string;
  readonly sessionStartsLeft: number;
  /** True once every shard that identified is connected and has taken in READY and its guilds. */
  readonly isReady: boolean;
  readonly faults: GatewayFaults;
  /** A guild that was unavailable at READY comes up. */
  arrives(guild: WorldGuild): void;
  /** Resolves when every client has taken in all that it was sent so far. */
  delivered(): Promise<void>;
  stop(): void;
}

/** Resolves when a client answers a ping, which it does after what came before, or is gone. */
function taken(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN) {
      resolve();
      return;
    }
    socket.once('pong', () => resolve());
    socket.once('close', () => resolve());
    socket.ping();
  });
}

export async function startGateway(
  world: World,
  feed: EventFeed,
  changes: Changes,
  record: (violation: Violation) => void,
  options: GatewayOptions,
): Promise<Gateway> {
  const sockets = new WebSocketServer({ noServer: true });
  const counts: GatewayCounts = { ...options, acknowledges: true, identifies: 0, resumes: 0 };
  const url = (): string => `ws://127.0.0.1:${port.number}`;
  const sessions = createGatewaySessions(world, feed, record, url);
  const rules: GatewayRules = {
    token: world.botToken,
    heartbeatIntervalMs: options.heartbeatIntervalMs,
    acknowledges: () => counts.acknowledges,
    takesIdentify() {
      counts.sessionStartsLeft -= 1;
      return counts.sessionStartsLeft >= 0;
    },
    begin(socket, identify) {
      counts.identifies += 1;
      return sessions.begin(socket, identify);
    },
    resume(id) {
      const session = sessions.find(id);
      if (session !== undefined) counts.resumes += 1;
      return session;
    },
    end: ({ id }) => sessions.end(id),
    changed: changes.announce,
    violated: (rule, detail) => record({ rule, detail }),
  };

  const port = await openLoopbackPort(
    (_request, response) => response.writeHead(426).end(),
    (server) =>
      server.on('upgrade', (request, connection, head) => {
        const query = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams;
        if (query.get('v') !== '10' || query.get('encoding') !== 'json') {
          rules.violated('gateway', `connected with "${query.toString()}" instead of v=10&encoding=json`);
        }
        sockets.handleUpgrade(request, connection, head, (socket) => serveGatewayConnection(socket, rules));
      }),
  );
  const faults = createGatewayFaults(counts, () => [...sockets.clients], port, sessions.endAll);

  return {
    get url() {
      return url();
    },
    get sessionStartsLeft() {
      return Math.max(0, counts.sessionStartsLeft);
    },
    get isReady() {
      return sessions.isReady;
    },
    faults,
    arrives(guild) {
      guild.isAvailable = true;
      sessions.tell(guild);
    },
    async delivered() {
      await Promise.all([...sockets.clients].map(taken));
    },
    stop() {
      faults.drops();
      port.close();
    },
  };
}
