import {
  type APIRole,
  type GatewayGuildCreateDispatchData,
  type GuildSystemChannelFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { channelPayload, threadPayload } from './channel-payload.js';
import { mayIn } from './permissions.js';
import { timestamp } from './timestamp.js';
import type { World, WorldGuild, WorldMember } from './world.js';

export function rolePayload(id: string, name: string, permissions: bigint, botId?: string): APIRole {
  const role = {
    id,
    name,
    permissions: permissions.toString(),
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: botId !== undefined,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
  return botId === undefined ? role : { ...role, tags: { bot_id: botId } };
}

/** A member without the user, as it stands beside a message's author. */
export function bareMemberPayload({ nick, roles, joinedAtMs }: WorldMember) {
  return {
    nick,
    roles: [...roles],
    joined_at: timestamp(joinedAtMs),
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    premium_since: null,
    pending: false,
    flags: 0,
    mute: false,
    deaf: false,
  };
}

export function memberPayload(member: WorldMember) {
  return { user: member.user, ...bareMemberPayload(member) };
}

/** What `GET /guilds/{id}` has, and GUILD_CREATE begins with. */
export function guildPayload(guild: WorldGuild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300 as const,
    system_channel_id: null,
    system_channel_flags: 0 as GuildSystemChannelFlags,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: guild.roles,
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: 'en-US' as GatewayGuildCreateDispatchData['preferred_locale'],
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/** GUILD_CREATE: with what the bot may see, and of the members only itself, as without the members intent. */
export function guildCreatePayload(guild: WorldGuild, { bot }: World): object {
  const self = guild.members.get(bot.id);
  const seen = guild.channels.filter((channel) => mayIn(channel, bot.id, PermissionFlagsBits.ViewChannel));
  return {
    ...guildPayload(guild),
    joined_at: timestamp(self?.joinedAtMs ?? 0),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: self === undefined ? [] : [memberPayload(self)],
    channels: guild.channels.filter(({ kind }) => kind === 'text').map(channelPayload),
    threads: seen.filter(({ kind }) => kind === 'thread').map(threadPayload),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
