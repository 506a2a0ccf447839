import { channelOf } from './bot-channels.js';
import { anyChannelPayload, directPayload } from './channel-payload.js';
import { DiscordError, missingAccess } from './discord-error.js';
import type { Gateway } from './gateway.js';
import { guildPayload, memberPayload } from './guild-payload.js';
import type { RestRequest, RestRoute } from './rest-route.js';
import type { World, WorldChannel, WorldGuild, WorldUser } from './world.js';

const sessionStarts = 1000;
const dayMs = 86_400_000;

function applicationPayload({ applicationId, bot, guilds, users }: World): object {
  const owner = [...users.values()].find(({ bot: isBot }) => isBot !== true) ?? bot;
  return {
    id: applicationId,
    name: 'Parley',
    icon: null,
    description: '',
    type: null,
    bot,
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner,
    approximate_guild_count: guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    integration_types_config: { 0: {} },
  };
}

/** Who the bot is, where its gateway is, and what it may look up. */
export function applicationRoutes(
  world: World,
  gateway: Pick<Gateway, 'url' | 'sessionStartsLeft'>,
  directOf: (user: WorldUser) => WorldChannel,
): readonly RestRoute[] {
  const common = { method: 'GET', authorization: 'bot', limit: null } as const;

  function guildOf(request: RestRequest): WorldGuild {
    const guild = world.guilds.get(request.part('guild_id'));
    if (guild === undefined) throw missingAccess();
    return guild;
  }

  function userOf(id: string | null): WorldUser {
    const user = world.users.get(id ?? '');
    if (user === undefined) throw new DiscordError(404, 10_013, 'Unknown User');
    return user;
  }

  const application = { ...common, gives: 'PrivateApplicationResponse' };
  return [
    {
      ...common,
      path: '/gateway/bot',
      gives: 'GatewayBotResponse',
      handle: () => ({
        body: {
          url: gateway.url,
          shards: 1,
          session_start_limit: {
            total: sessionStarts,
            remaining: gateway.sessionStartsLeft,
            reset_after: dayMs,
            max_concurrency: 1,
          },
        },
      }),
    },
    { ...application, path: '/applications/@me', handle: () => ({ body: applicationPayload(world) }) },
    { ...application, path: '/oauth2/applications/@me', handle: () => ({ body: applicationPayload(world) }) },
    {
      ...common,
      path: '/users/@me',
      gives: 'UserPIIResponse',
      handle: () => ({ body: { ...world.bot, mfa_enabled: true, locale: 'en-US', verified: true, email: null } }),
    },
    {
      ...common,
      path: '/users/{user_id}',
      gives: 'UserResponse',
      handle: (request) => ({ body: userOf(request.part('user_id')) }),
    },
    {
      ...common,
      method: 'POST',
      path: '/users/@me/channels',
      takes: 'CreatePrivateChannelRequest',
      gives: 'PrivateChannelResponse',
      handle(request) {
        const { recipient_id: id = null } = request.body as { recipient_id?: string | null };
        return { body: directPayload(directOf(userOf(id))) };
      },
    },
    {
      ...common,
      path: '/channels/{channel_id}',
      handle: (request) => ({ body: anyChannelPayload(channelOf(world, request)) }),
    },
    {
      ...common,
      path: '/guilds/{guild_id}',
      query: ['with_counts'],
      gives: 'GuildWithCountsResponse',
      handle: (request) => ({ body: guildPayload(guildOf(request)) }),
    },
    {
      ...common,
      path: '/guilds/{guild_id}/members/{user_id}',
      gives: 'GuildMemberResponse',
      handle(request) {
        const member = guildOf(request).members.get(request.part('user_id'));
        if (member === undefined) throw new DiscordError(404, 10_007, 'Unknown Member');
        return { body: memberPayload(member) };
      },
    },
  ];
}
