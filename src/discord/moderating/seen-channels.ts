import { type Client, PermissionFlagsBits } from 'discord.js';
import { maySeeChannel } from '../messages/may-see-channel.js';
import { ownChannel } from './own-channel.js';

/**
 * Says of channels of a server whether a member sees them. A channel that is not known, such as one that is gone or a
 * thread that is archived, is seen by administrators alone.
 */
export function seenBy(
  { guild, user }: { readonly guild: string; readonly user: string },
  { client }: { readonly client: Pick<Client, 'guilds'> },
): (channel: string) => boolean {
  const there = client.guilds.cache.get(guild);
  // Of a server that is not there yet discord.js knows no roles.
  const permissions = there?.available === true ? there.members.cache.get(user)?.permissions : undefined;
  if (permissions?.has(PermissionFlagsBits.Administrator) === true) return () => true;
  return (id) => {
    const channel = ownChannel(there ?? null, id);
    return channel !== undefined && maySeeChannel(channel, user);
  };
}
