import { type Guild, OverwriteType, PermissionFlagsBits, type User } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { channelMark, inNames, roleMark } from '#src/discord/moderating/in-names.js';
import { channelPayload } from '../../support/discord/channel-payload.js';
import type { WorldGuild } from '../../support/discord/world.js';
import { createKnownServers } from '../messages/known-server.js';

let servers: ReturnType<typeof createKnownServers>;
let home: WorldGuild;
let guild: Guild;
let anna: User;

beforeEach(() => {
  servers = createKnownServers();
  home = servers.places.guild('Home');
  const user = servers.places.user('anna');
  servers.places.join(home, user, 0n);
  servers.places.channel(home, 'talks');
  guild = servers.hears(home);
  anna = servers.hearsOfUser(user);
  servers.hearsOfMember(guild, user);
});

const named = (text: string): string => inNames(text, guild, anna.id);
const nobody = '100000000000000009';

describe('ids in a text', () => {
  it('become names of channels and roles', () => {
    const [talks] = home.channels;
    const [, botRole] = home.roles;
    const text = `private in ${channelMark(talks?.id ?? '')}, for ${roleMark(botRole?.id ?? '')}`;
    expect(named(text)).toBe('private in #talks, for @Parley');
  });

  it('name nothing that is gone, and nothing where the server is not known', () => {
    expect(named(`${channelMark(nobody)} ${roleMark(nobody)}`)).toBe('#channel @role');
    expect(inNames(`${channelMark(nobody)} ${roleMark(nobody)}`, null, anna.id)).toBe('#channel @role');
  });

  it('name no channel that the reader does not see', () => {
    const secret = servers.places.channel(home, 'secret');
    const deny = { id: home.id, type: OverwriteType.Role, allow: '0', deny: `${PermissionFlagsBits.ViewChannel}` };
    servers.hearsOfChannel(channelPayload({ ...secret, overwrites: [deny] }));
    expect(guild.channels.cache.get(secret.id)?.name).toBe('secret');
    expect(named(channelMark(secret.id))).toBe('#channel');
  });

  it('that are no marks stay as they are', () => {
    const text = '<#12> <@100000000000000009> #talks <#100000000000000009';
    expect(named(text)).toBe(text);
  });
});
