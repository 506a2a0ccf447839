import { anyChannelPayload } from './channel-payload.js';
import { bareMemberPayload } from './guild-payload.js';
import type { FilledOptions } from './option-payload.js';
import { permissionsIn } from './permissions.js';
import type { World, WorldChannel, WorldUser } from './world.js';

function resolvedMember({ guild, ...channel }: WorldChannel, { id }: WorldUser): object | undefined {
  const member = guild?.members.get(id);
  if (member === undefined) return undefined;
  const { mute: _mute, deaf: _deaf, ...bare } = bareMemberPayload(member);
  return { ...bare, permissions: permissionsIn({ ...channel, guild }, id).toString() };
}

/** `resolved` of a command's data: the users, channels, roles and files it speaks of, in full; nothing when there are none. */
export function resolvedPayload(
  world: World,
  channel: WorldChannel,
  { users, channels, roles, attachments }: Omit<FilledOptions, 'options'>,
): object {
  const named = users.flatMap((id) => world.users.get(id) ?? []);
  const places = channels.flatMap((id) => world.channels.get(id) ?? []);
  const parts: Record<string, readonly (readonly [id: string, thing: object])[]> = {
    users: named.map((user) => [user.id, user]),
    members: named.flatMap((user) => {
      const member = resolvedMember(channel, user);
      return member === undefined ? [] : [[user.id, member] as const];
    }),
    channels: places.map((place) => [
      place.id,
      { ...anyChannelPayload(place), permissions: permissionsIn(place, world.bot.id).toString() },
    ]),
    roles: (channel.guild?.roles ?? []).filter(({ id }) => roles.includes(id)).map((role) => [role.id, role]),
    attachments: attachments.map((attachment) => [attachment.id, attachment]),
  };
  const present = Object.entries(parts).filter(([, things]) => things.length > 0);
  const resolved = Object.fromEntries(present.map(([kind, things]) => [kind, Object.fromEntries(things)]));
  return present.length === 0 ? {} : { resolved };
}
