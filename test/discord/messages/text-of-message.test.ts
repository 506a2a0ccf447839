import { ChannelType, type Guild, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { textOfMessage } from '#src/discord/messages/text-of-message.js';
import { channelPayload, threadPayload } from '../../support/discord/channel-payload.js';
import type { WorldGuild, WorldUser } from '../../support/discord/world.js';
import { createKnownServers } from './known-server.js';

let servers: ReturnType<typeof createKnownServers>;
let home: WorldGuild;
let elsewhere: WorldGuild;
let guild: Guild;
let general: GuildTextBasedChannel;
let anna: WorldUser;

beforeEach(() => {
  servers = createKnownServers();
  const { places } = servers;
  home = places.guild('Home');
  elsewhere = places.guild('Elsewhere');
  anna = places.user('anna');
  places.join(home, anna, 0n);
  places.join(elsewhere, places.user('carol'), PermissionFlagsBits.KickMembers, 'Carol of Elsewhere');
  const channel = places.channel(home, 'general');
  guild = servers.hears(home);
  servers.hears(elsewhere);
  general = guild.channels.cache.get(channel.id) as GuildTextBasedChannel;
  servers.hearsOfMember(guild, anna);
});

function read(content: string, mentions: readonly WorldUser[] = [], isPrivate = true): string {
  return textOfMessage(servers.message(general, anna, content, { mentions }), { asker: anna.id, isPrivate });
}

/** The payload of a thread under #general, with a name of its own. */
function threadOf(type: ChannelType): object {
  const parent = home.channels.find(({ id }) => id === general.id);
  if (parent === undefined) throw new Error('There is no #general.');
  return { ...threadPayload(servers.places.thread(parent, 'who-leaves')), type };
}

describe('what a message says', () => {
  it('comes without the mention of the bot, and with names for commands and emoji', () => {
    const bot = servers.world.bot.id;
    expect(read(` <@${bot}> see <:dove:${bot}> <a:_wave_1:${bot}> </ask about:${bot}> <@!${bot}>`)).toBe(
      'see :dove: :_wave_1: /ask about',
    );
    expect(read(`<@${bot}>`)).toBe('');
  });

  it('is left as it is when it only looks like a mention', () => {
    for (const text of ['a <b> c', '<#12>', '<@>', '<@&x>', '<t:1473379200:D>', 'a < b && c > d']) {
      expect(read(text)).toBe(text);
    }
  });

  it('has no id of a mention in it, whatever stands around', () => {
    const some = fc.constantFrom('<#', '<@', '<@!', '<@&');
    const id = fc.stringMatching(/^\d{17,20}$/u);
    fc.assert(
      fc.property(fc.string(), some, id, fc.string(), (before, mark, number, after) => {
        expect(read(`${before}${mark}${number}>${after}`)).not.toContain(`${mark}${number}>`);
      }),
    );
  });
});

describe('a person who is mentioned', () => {
  it('has the name that Discord gives with the message, or in this server', () => {
    const carol = servers.places.user('carol');
    expect(read(`<@${carol.id}> says so`, [carol])).toBe('@carol says so');
    servers.places.join(home, servers.places.user('ben'), 0n, 'Ben of Home');
    servers.hearsOfMember(guild, servers.places.user('ben'));
    expect(read(`<@!${servers.places.user('ben').id}> says so`)).toBe('@Ben of Home says so');
  });

  it('has none when the bot knows them from elsewhere alone', () => {
    const carol = servers.places.user('carol');
    servers.hearsOfUser(carol);
    expect(read(`<@${carol.id}> says so`)).toBe('@member says so');
  });
});

describe('a role that is mentioned', () => {
  it('has its name in its server, and in no other', () => {
    const [own, foreign] = [home, elsewhere].map(({ roles }) => roles.at(-1));
    expect(foreign?.name).toContain('carol');
    expect(read(`<@&${own?.id}> says so`)).toBe(`@${own?.name} says so`);
    expect(read(`<@&${foreign?.id}> says so`)).toBe('@role says so');
  });
});

describe('a channel that is mentioned', () => {
  it('has its name for those who see it', () => {
    expect(read(`in <#${general.id}>`)).toBe('in #general');
    const thread = servers.hearsOfChannel(threadOf(ChannelType.PublicThread));
    expect(read(`in <#${thread.id}>`, [], false)).toBe('in #who-leaves');
  });

  it('has none as a private thread, unless it is said in there or to whoever manages threads', () => {
    const thread = servers.hearsOfChannel(threadOf(ChannelType.PrivateThread));
    expect(read(`in <#${thread.id}>`)).toBe('in #channel');
    const inside = servers.message(thread, anna, `in <#${thread.id}>`);
    expect(textOfMessage(inside, { asker: anna.id, isPrivate: false })).toBe('in #who-leaves');
    const said = servers.message(general, anna, `in <#${thread.id}>`);
    expect(textOfMessage(said, { asker: home.ownerId, isPrivate: true })).toBe('in #channel');
    servers.hearsOfMember(guild, home.members.get(home.ownerId)?.user ?? anna);
    expect(textOfMessage(said, { asker: home.ownerId, isPrivate: true })).toBe('in #who-leaves');
  });

  it('has none for somebody whom the bot does not know in the server', () => {
    const thread = servers.hearsOfChannel(threadOf(ChannelType.PublicThread));
    const said = servers.message(general, anna, `in <#${thread.id}>`);
    expect(textOfMessage(said, { asker: '1'.repeat(18), isPrivate: true })).toBe('in #channel');
  });

  it('has none while the server is down, and the message is read all the same', () => {
    const dark = servers.places.guild('Dark');
    const [first, second] = [servers.places.channel(dark, 'first'), servers.places.channel(dark, 'second')];
    servers.places.join(dark, anna, 0n);
    const down = servers.hearsOfOutage(dark);
    const [here] = [channelPayload(first), channelPayload(second)].map(servers.hearsOfChannel);
    if (here === undefined) throw new Error('There is no channel.');
    servers.hearsOfMember(down, anna);
    const said = servers.message(here, anna, `in <#${second.id}> <@&${dark.roles[0]?.id}>`);
    expect(textOfMessage(said, { asker: anna.id, isPrivate: true })).toBe('in #channel @role');
  });
});
