import { type GatewayIdentifyData, GatewayIntentBits } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { EventFeed, GatewayEvent } from './event-feed.js';
import { createGatewaySession, type GatewaySession } from './gateway-session.js';
import { guildCreatePayload } from './guild-payload.js';
import { judgeEvent } from './judge-event.js';
import type { Violation } from './violation.js';
import type { World, WorldGuild } from './world.js';

/** All sessions of the bot, and what they are told. */
export interface GatewaySessions {
  /** True once each shard of the newest session's count is connected and has taken in what it was told. */
  readonly isReady: boolean;
  /** A new session on a connection: READY, then the guilds that are up. */
  begin(socket: WebSocket, identify: GatewayIdentifyData): GatewaySession;
  find(id: string): GatewaySession | undefined;
  end(id: string): void;
  endAll(): void;
  /** Tells of a guild that was down at READY. */
  tell(guild: WorldGuild): void;
}

function readyPayload(world: World, session: GatewaySession, url: string, guilds: readonly WorldGuild[]): object {
  return {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: true, email: null },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url,
    session_type: 'normal',
    shard: session.shard,
    application: { id: world.applicationId, flags: 0 },
    private_channels: [],
    presences: [],
    relationships: [],
    user_settings: {},
    geo_ordered_rtc_regions: [],
    guild_join_requests: [],
    _trace: [],
  };
}

export function createGatewaySessions(
  world: World,
  feed: EventFeed,
  record: (violation: Violation) => void,
  url: () => string,
): GatewaySessions {
  const sessions = new Map<string, GatewaySession>();

  function deliver(to: readonly GatewaySession[], { name, data }: Pick<GatewayEvent, 'name' | 'data'>): boolean {
    for (const detail of judgeEvent({ name, data })) record({ rule: 'double', detail });
    for (const session of to) session.dispatch(name, data);
    return to.some(({ isLive }) => isLive);
  }

  function tell(guild: WorldGuild, to: readonly GatewaySession[]): void {
    const place = { guildId: guild.id, intent: GatewayIntentBits.Guilds };
    const listeners = to.filter((session) => session.takes(place));
    deliver(listeners, { name: 'GUILD_CREATE', data: guildCreatePayload(guild, world) });
  }

  feed.onEvent((event) =>
    deliver(
      [...sessions.values()].filter((session) => session.takes(event)),
      event,
    ),
  );

  return {
    get isReady() {
      const live = [...sessions.values()].filter(({ isConfirmed }) => isConfirmed);
      const count = live.at(-1)?.shard[1] ?? 1;
      return new Set(live.map(({ shard }) => shard[0])).size === count;
    },
    begin(socket, { intents, shard }) {
      const session = createGatewaySession(world.ids.secret(32), intents, shard ?? [0, 1]);
      const guilds = [...world.guilds.values()].filter(({ id }) => session.takes({ guildId: id, intent: null }));
      sessions.set(session.id, session);
      session.attach(socket);
      session.dispatch('READY', readyPayload(world, session, url(), guilds));
      for (const guild of guilds) if (guild.isAvailable) tell(guild, [session]);
      return session;
    },
    find: (id) => sessions.get(id),
    end: (id) => void sessions.delete(id),
    endAll: () => sessions.clear(),
    tell: (guild) => tell(guild, [...sessions.values()]),
  };
}
