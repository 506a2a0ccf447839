import {
  type Client,
  DiscordAPIError,
  type Guild,
  type GuildTextBasedChannel,
  type Message,
  type User,
} from 'discord.js';
import { createClient } from '#src/discord/connection/client.js';
import { createEventFeed } from '../../support/discord/event-feed.js';
import { guildCreatePayload, memberPayload } from '../../support/discord/guild-payload.js';
import { createPlaces } from '../../support/discord/places.js';
import { createWorld, type WorldGuild, type WorldUser } from '../../support/discord/world.js';

/** How discord.js takes in what comes from the gateway; its types leave it out. */
function give<T>(taker: object, data: object): T {
  const take = Reflect.get(taker, '_add') as (given: object) => T;
  return take.call(taker, data);
}

/** A client of discord.js that is not connected, and what it was told of a Discord of its own. */
export function createKnownServers() {
  const world = createWorld(1);
  const places = createPlaces(world, createEventFeed());
  const client = createClient() as Client<true>;
  client.user = give<User>(client.users, world.bot) as Client<true>['user'];

  return {
    world,
    places,
    client,
    /** The client hears of a server, with all that is in it now. */
    hears: (guild: WorldGuild): Guild => give(client.guilds, guildCreatePayload(guild, world)),
    /** The client hears of a server only that it is down. */
    hearsOfOutage: (guild: WorldGuild): Guild => give(client.guilds, { id: guild.id, unavailable: true }),
    hearsOfChannel: (payload: object): GuildTextBasedChannel => give(client.channels, payload),
    hearsOfUser: (user: WorldUser): User => give(client.users, user),
    hearsOfMember(guild: Guild, user: WorldUser): void {
      const member = world.guilds.get(guild.id)?.members.get(user.id);
      if (member !== undefined) give(guild.members, memberPayload(member));
    },
    /** What discord.js throws when Discord refuses with a code. */
    refusal: (code: number): DiscordAPIError =>
      new DiscordAPIError({ code, message: 'Refused' }, code, 403, 'POST', '', { files: undefined, body: undefined }),
    /** The client hears of a message; `mentions` are the users that Discord names with it. */
    message(
      channel: GuildTextBasedChannel,
      author: WorldUser,
      content: string,
      { mentions = [], ...more }: { readonly mentions?: readonly WorldUser[]; readonly [part: string]: unknown } = {},
    ): Message {
      return give(channel.messages, {
        id: world.ids.next(),
        channel_id: channel.id,
        guild_id: channel.guildId,
        type: 0,
        author,
        content,
        mentions,
        mention_roles: [],
        mention_everyone: false,
        attachments: [],
        embeds: [],
        components: [],
        timestamp: new Date(0).toISOString(),
        edited_timestamp: null,
        flags: 0,
        pinned: false,
        tts: false,
        ...more,
      });
    },
  };
}
