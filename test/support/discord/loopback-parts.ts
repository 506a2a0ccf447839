import { applicationRoutes } from './application-routes.js';
import { type Changes, createChanges } from './changes.js';
import { commandRoutes } from './command-routes.js';
import { createEventFeed } from './event-feed.js';
import { createFaults, type Faults } from './faults.js';
import { type Gateway, startGateway } from './gateway.js';
import { createInteractionDesk, type InteractionDesk } from './interaction-desk.js';
import { interactionRoutes } from './interaction-routes.js';
import { warmJudges } from './judge-exchange.js';
import { messageRoutes } from './message-routes.js';
import { createMessageStore, type MessageStore } from './message-store.js';
import { createPlaces, type Places } from './places.js';
import { createRateLimits } from './rate-limits.js';
import type { RestRoute } from './rest-route.js';
import { type RestServer, startRestServer } from './rest-server.js';
import { createRoles, type Roles } from './roles.js';
import type { Violation } from './violation.js';
import { webhookRoutes } from './webhook-routes.js';
import { createWorld, type World } from './world.js';

export interface LoopbackOptions {
  /** Fixes the ids of what is there from the start, and the token. */
  readonly seed?: number;
  /** How long an interaction waits for its acknowledgement; 3000 as on Discord. */
  readonly acknowledgeWithinMs?: number;
  /** 41,250 as on Discord; with 200 a missing acknowledgement shows within half a second. */
  readonly heartbeatIntervalMs?: number;
  /** The home guild is down at READY, until `discord.gateway.arrives()`. */
  readonly guildUnavailableAtReady?: boolean;
  /** Identifies left today; 1000. With none left the token is refused. */
  readonly sessionStartsLeft?: number;
  /** Buckets with Discord's counts in windows that last a tenth of Discord's (`short`, by default) or as long, or none. */
  readonly rateLimits?: 'short' | 'real' | 'off';
  /** How long an actor waits for the bot before the test fails; 15,000. */
  readonly patienceMs?: number;
}

/** What the double is made of. */
export interface LoopbackParts {
  readonly world: World;
  readonly places: Places;
  readonly roles: Roles;
  readonly store: MessageStore;
  readonly desk: InteractionDesk;
  readonly changes: Changes;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly server: RestServer;
  readonly routes: readonly RestRoute[];
  readonly violations: readonly Violation[];
}

const windowScales = { short: 0.1, real: 1, off: null } as const;

/** Builds and joins the parts, and listens. */
export async function startParts(options: LoopbackOptions): Promise<LoopbackParts> {
  const world = createWorld(options.seed ?? 1);
  const violations: Violation[] = [];
  const record = (violation: Violation): void => void violations.push(violation);
  const feed = createEventFeed();
  const changes = createChanges();
  const faults = createFaults();
  const places = createPlaces(world, feed);
  const roles = createRoles(world, feed);
  const store = createMessageStore(world, feed, changes);
  const desk = createInteractionDesk(world, feed, changes, record, options.acknowledgeWithinMs ?? 3000);
  const gateway = await startGateway(world, feed, changes, record, {
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    sessionStartsLeft: options.sessionStartsLeft ?? 1000,
  });
  const routes = [
    ...applicationRoutes(world, gateway, places.direct),
    ...commandRoutes(world, changes.announce),
    ...messageRoutes(world, store, changes.announce),
    ...interactionRoutes(world, store, desk, changes),
    ...webhookRoutes(world, store, desk),
  ];
  warmJudges(routes);
  const server = await startRestServer({
    botToken: world.botToken,
    routes,
    faults,
    record,
    limits: createRateLimits(windowScales[options.rateLimits ?? 'short']),
    files: world.files.kept,
    disturb: desk.disturb,
    changed: changes.announce,
  });
  world.files.base = server.origin;
  return { world, places, roles, store, desk, changes, faults, gateway, server, routes, violations };
}
