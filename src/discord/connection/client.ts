import { inspect } from 'node:util';
import {
  Client,
  type ClientOptions,
  DefaultRestOptions,
  GatewayIntentBits,
  type GuildMember,
  Options,
  Partials,
  SimpleIdentifyThrottler,
  type User,
} from 'discord.js';
import { checkRestApi } from './check-rest-api.js';
import { hastenPackets } from './hasten-packets.js';
import { identifyBudget, identifyLimits } from './identify-budget.js';
import { pacedRequests } from './paced-requests.js';
import { type SteadyLimits, steadyRequests } from './steady-requests.js';
import { stoppableShards } from './stoppable-shards.js';
import { systemTimers } from './timers.js';

/** A callback has to reach Discord within 3 s; a try that takes longer than this never will. Milliseconds. */
const requestTimeout = 5_000;

/** Longer waits for a rate limit are errors: whoever asked is gone by then. Milliseconds. */
const longestWait = 30_000;

/** Of requests with the bot's token; Discord allows 50. */
const countedPerSecond = 45;

const steadiness: SteadyLimits = { refusals: 5, unsaidWaitMs: 1_000, firstPauseMs: 150, retries: 2 };

/** A hundredth of what Discord answers with a ban. */
const warnEveryInvalidRequests = 100;

/** The bot itself stays known, whatever else is forgotten: discord.js looks up its permissions there. */
function isSelf(known: User | GuildMember): boolean {
  return known.id === known.client.user.id;
}

/**
 * What is kept of what Discord sends: little, as everything that is needed comes with each event. Channels and roles are
 * kept whole, since discord.js works out permissions from them.
 */
function boundedMemory(): Pick<ClientOptions, 'makeCache' | 'sweepers'> {
  return {
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 20,
      UserManager: { maxSize: 500, keepOverLimit: isSelf },
      GuildMemberManager: { maxSize: 100, keepOverLimit: isSelf },
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildInviteManager: 0,
      GuildBanManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
    }),
    // Seconds.
    sweepers: {
      ...Options.DefaultSweeperSettings,
      messages: { interval: 300, lifetime: 900 },
      threads: { interval: 3_600, lifetime: 3_600 },
    },
  };
}

function restOptions(restApi: string | undefined): NonNullable<ClientOptions['rest']> {
  return {
    ...(restApi === undefined ? {} : { api: checkRestApi(restApi) }),
    timeout: requestTimeout,
    retries: steadiness.retries,
    invalidRequestWarningInterval: warnEveryInvalidRequests,
    rejectOnRateLimit: ({ timeToReset, retryAfter, sublimitTimeout }) =>
      Math.max(timeToReset, retryAfter, sublimitTimeout) > longestWait,
    // discord.js would make answers to interactions wait as well, which Discord does not count.
    globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
    makeRequest: steadyRequests(
      pacedRequests(DefaultRestOptions.makeRequest, countedPerSecond, () => performance.now(), systemTimers),
      systemTimers,
      steadiness,
    ),
  };
}

/**
 * The client of discord.js, set up so that what it does by itself is bounded, mentions nobody, and sends no message
 * twice. It is not connected; `connect` does that.
 *
 * @param restApi Instead of Discord's; for tests, on this machine only
 * @throws ConfigError when `restApi` is elsewhere
 */
export function createClient({ restApi }: { readonly restApi?: string | undefined } = {}): Client {
  const client = new Client({
    // None of them is privileged. What mentions the bot, answers it or is sent to it directly carries its text without.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it, direct messages in a channel that the client has not seen yet are dropped.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    // A message that is sent again because its answer was lost must not appear twice.
    enforceNonce: true,
    // While a server is unavailable at the start, every interaction waits so long, and has 3 s in all.
    waitGuildTimeout: 1_000,
    shards: 'auto',
    ...boundedMemory(),
    rest: restOptions(restApi),
    ws: {
      buildStrategy: stoppableShards,
      async buildIdentifyThrottler(manager) {
        const { session_start_limit: starts } = await manager.fetchGatewayInformation();
        const budget = identifyBudget(() => performance.now(), systemTimers, identifyLimits(starts.remaining));
        const usual = new SimpleIdentifyThrottler(starts.max_concurrency);
        return {
          async waitForIdentify(shard, signal) {
            await budget.take(signal);
            await usual.waitForIdentify(shard, signal);
          },
        };
      },
    },
  });
  hastenPackets(client);
  // Whoever prints a client, or what holds one, would print the token.
  return Object.assign(client, { [inspect.custom]: () => 'Client' });
}
