import { PermissionFlagsBits } from 'discord-api-types/v10';
import { missingAccess, missingPermissions, unknownChannel } from './discord-error.js';
import type { MessageBody } from './message-body.js';
import { mayIn } from './permissions.js';
import type { RestRequest } from './rest-route.js';
import type { World, WorldChannel } from './world.js';

/** The channel that a request names. @throws DiscordError when there is none, or the bot does not see it. */
export function channelOf(world: World, request: RestRequest): WorldChannel {
  const channel = world.channels.get(request.part('channel_id'));
  if (channel === undefined) throw unknownChannel();
  if (!mayIn(channel, world.bot.id, PermissionFlagsBits.ViewChannel)) throw missingAccess();
  return channel;
}

/** @throws DiscordError when the bot lacks the permission. */
export function requirePermission(world: World, channel: WorldChannel, permission: bigint): void {
  if (!mayIn(channel, world.bot.id, permission)) throw missingPermissions();
}

/** @throws DiscordError when the bot may not send such a message there. */
export function requireSending(world: World, channel: WorldChannel, { embeds, attachments }: MessageBody): void {
  const { SendMessages, SendMessagesInThreads, EmbedLinks, AttachFiles } = PermissionFlagsBits;
  requirePermission(world, channel, channel.kind === 'thread' ? SendMessagesInThreads : SendMessages);
  if ((embeds ?? []).length > 0) requirePermission(world, channel, EmbedLinks);
  if ((attachments ?? []).length > 0) requirePermission(world, channel, AttachFiles);
}
