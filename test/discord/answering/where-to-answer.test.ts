import { type Guild, OverwriteType, PermissionFlagsBits, type User } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { whereElse } from '#src/discord/answering/where-to-answer.js';
import { readSettings } from '#src/discord/moderating/server-settings.js';
import { english } from '#src/discord/wording/english.js';
import { channelPayload } from '../../support/discord/channel-payload.js';
import { createKnownServers } from '../messages/known-server.js';

let servers: ReturnType<typeof createKnownServers>;
let guild: Guild;
let anna: User;
/** Ids of channels by their names. */
let ids: Map<string, string>;

beforeEach(() => {
  servers = createKnownServers();
  const home = servers.places.guild('Home');
  const user = servers.places.user('anna');
  servers.places.join(home, user, 0n);
  const channels = ['a', 'b', 'c', 'd', 'e', 'f', 'secret'].map((name) => servers.places.channel(home, name));
  ids = new Map(channels.map(({ name, id }) => [name, id]));
  guild = servers.hears(home);
  anna = servers.hearsOfUser(user);
  servers.hearsOfMember(guild, user);
  const secret = channels.at(-1);
  if (secret === undefined) throw new Error('There is a secret channel.');
  const deny = { id: home.id, type: OverwriteType.Role, allow: '0', deny: `${PermissionFlagsBits.ViewChannel}` };
  servers.hearsOfChannel(channelPayload({ ...secret, overwrites: [deny] }));
});

/** Where else, when the server is closed but for some channels. */
function openIn(...names: readonly string[]): string {
  const open = names.map((name) => ({ guild: guild.id, channel: ids.get(name) ?? name, key: 'answers', value: true }));
  const closed = { guild: guild.id, channel: null, key: 'answers', value: false };
  return whereElse({ guild, user: anna }, readSettings([closed, ...open]), english);
}

describe('where it does not answer', () => {
  it('it names where it does, five channels at most', () => {
    expect(openIn('a')).toContain('Please ask in #a. In a direct message');
    expect(openIn('a', 'b', 'c', 'd', 'e', 'f')).toMatch(/(?:#[a-f], ){4}#[a-f] and 1 more\./u);
  });

  it('it names no channel that whoever asks does not see, and none that is gone', () => {
    expect(openIn('secret', 'a')).toContain('Please ask in #a. In');
    expect(openIn('secret', '100000000000000009')).toContain('no other one here that I could name');
  });

  it('it names none where all others are open, or where the server is not known', () => {
    expect(whereElse({ guild, user: anna }, readSettings([]), english)).toContain('Please ask in another one.');
    expect(whereElse({ guild: null, user: anna }, undefined, english)).toContain('Please ask in another one.');
  });
});
