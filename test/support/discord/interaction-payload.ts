import { InteractionContextType, type InteractionType } from 'discord-api-types/v10';
import { anyChannelPayload } from './channel-payload.js';
import { memberPayload } from './guild-payload.js';
import { messagePayload } from './message-payload.js';
import { permissionsIn } from './permissions.js';
import type { StoredMessage } from './stored-message.js';
import type { World, WorldChannel, WorldUser } from './world.js';

export interface InteractionFacts {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly user: WorldUser;
  readonly channel: WorldChannel;
  /** The message that a button or a modal hangs on. */
  readonly source: StoredMessage | null;
  readonly data: object;
}

/** Where the app is installed, which in a direct channel is nowhere. */
export function ownersIn({ guild }: WorldChannel): Readonly<Record<string, string>> {
  return { 0: guild?.id ?? '0' };
}

function placePayload({ user, channel }: InteractionFacts): object {
  const { guild } = channel;
  if (guild === null) return { user, context: InteractionContextType.BotDM };
  const member = guild.members.get(user.id);
  if (member === undefined) throw new Error(`${user.username} is no member of ${guild.name}.`);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    member: { ...memberPayload(member), permissions: permissionsIn(channel, user.id).toString() },
    context: InteractionContextType.Guild,
  };
}

/** INTERACTION_CREATE, complete. */
export function interactionPayload(world: World, facts: InteractionFacts): object {
  const { id, token, type, user, channel, source, data } = facts;
  return {
    id,
    application_id: world.applicationId,
    type,
    token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...anyChannelPayload(channel), permissions: permissionsIn(channel, user.id).toString() },
    ...placePayload(facts),
    ...(source === null ? {} : { message: messagePayload(world, source, { isWhole: true }) }),
    app_permissions: permissionsIn(channel, world.bot.id).toString(),
    locale: world.locales.get(user.id) ?? 'en-US',
    entitlements: [],
    authorizing_integration_owners: ownersIn(channel),
    attachment_size_limit: 10_485_760,
  };
}
