import { type GuildTextBasedChannel, type Message, OverwriteType, PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { mutedChannels } from '#src/discord/connection/muted-channels.js';
import { createOnMessage } from '#src/discord/messages/on-message.js';
import { channelPayload } from '../../support/discord/channel-payload.js';
import type { WorldChannel, WorldGuild, WorldUser } from '../../support/discord/world.js';
import { madeUpAnswer } from '../../support/made-up-answer.js';
import { quietParts } from '../quiet-parts.js';
import { createKnownServers } from './known-server.js';

const hour = 3_600_000;

let servers: ReturnType<typeof createKnownServers>;
let home: WorldGuild;
let place: WorldChannel;
let channel: GuildTextBasedChannel;
let anna: WorldUser;
let clock: number;
let onMessage: (message: Message) => Promise<void>;
/** What was sent, and where: `#general`, or `anna` in private. */
let sent: string[];
/** What Discord refuses to take in the channel, by its code. */
let refusal: number | null;

async function ask(question: string) {
  return madeUpAnswer(question, [{ quote: 'The talks lasted 15 hours.' }]);
}

beforeEach(() => {
  servers = createKnownServers();
  home = servers.places.guild('Home');
  anna = servers.places.user('anna');
  servers.places.join(home, anna, 0n);
  place = servers.places.channel(home, 'general');
  channel = servers.hears(home).channels.cache.get(place.id) as GuildTextBasedChannel;
  clock = 0;
  sent = [];
  refusal = null;
  onMessage = createOnMessage(quietParts(servers.client, { desk: { ask }, muted: mutedChannels(() => clock) }));
});

/** A moderator decides what the bot may do in the channel. */
function allows(...permissions: readonly bigint[]): void {
  const all = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
  const allow = permissions.reduce((sum, bit) => sum | bit, PermissionFlagsBits.ViewChannel);
  const overwrite = {
    id: servers.world.bot.id,
    type: OverwriteType.Member,
    allow: `${allow}`,
    deny: `${all & ~allow}`,
  };
  servers.hearsOfChannel(channelPayload({ ...place, overwrites: [overwrite] }));
}

/** Anna asks in the channel; resolves when all is done about it. */
async function asks(): Promise<void> {
  const { bot } = servers.world;
  const message = servers.message(channel, anna, `<@${bot.id}> how long did it last?`, { mentions: [bot] });
  const take = (where: string) => async () => {
    if (refusal !== null && where !== 'anna') throw servers.refusal(refusal);
    sent.push(where);
    return message;
  };
  Object.assign(message, { reply: take('#general') });
  Object.assign(message.author, { send: take('anna') });
  Object.assign(channel, { send: take('#general'), sendTyping: async () => undefined });
  await onMessage(message);
}

const { SendMessages, ReadMessageHistory, EmbedLinks } = PermissionFlagsBits;

describe('a channel where the bot may not write', () => {
  it('is tried again as soon as a moderator lets it, and told of no second time when it is closed again', async () => {
    allows(ReadMessageHistory);
    await asks();
    await asks();
    expect(sent).toEqual(['anna']);
    allows(ReadMessageHistory, SendMessages);
    await asks();
    await asks();
    expect(sent).toEqual(['anna', '#general', '#general']);
    allows(ReadMessageHistory);
    await asks();
    expect(sent).toEqual(['anna', '#general', '#general']);
    clock += hour;
    await asks();
    expect(sent.at(-1)).toBe('anna');
    expect(sent).toHaveLength(4);
  });

  it('although its rights say that it may, is left alone for an hour', async () => {
    allows(ReadMessageHistory, SendMessages);
    refusal = 50_013;
    await asks();
    refusal = null;
    await asks();
    expect(sent).toEqual(['anna']);
    clock += hour;
    await asks();
    expect(sent).toEqual(['anna', '#general']);
  });

  it('although its rights say that it may, is tried again once they are others', async () => {
    allows(SendMessages, ReadMessageHistory);
    refusal = 160_002;
    await asks();
    allows(SendMessages);
    await asks();
    refusal = null;
    await asks();
    expect(sent).toEqual(['anna']);
    allows(SendMessages, EmbedLinks);
    await asks();
    expect(sent).toEqual(['anna', '#general']);
  });
});
