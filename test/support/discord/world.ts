import type { APIApplicationCommand, APIOverwrite, APIRole, APIUser, UserFlags } from 'discord-api-types/v10';
import type { UploadedFile } from './rest-route.js';
import { createSnowflakes, type Snowflakes } from './snowflakes.js';
import type { StoredMessage } from './stored-message.js';

/** A user as Discord's specification has it: more is required than discord-api-types says. */
export type WorldUser = APIUser & { flags: UserFlags; public_flags: UserFlags; primary_guild: null };

export interface WorldMember {
  readonly user: WorldUser;
  readonly nick: string | null;
  readonly roles: readonly string[];
  readonly joinedAtMs: number;
}

export interface WorldGuild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: APIRole[];
  readonly members: Map<string, WorldMember>;
  readonly channels: WorldChannel[];
  /** Commands that are registered in this guild alone. */
  commands: readonly APIApplicationCommand[];
  /** Roles, by the name of a command, that are shown it whatever permission it asks for. */
  readonly opened: Map<string, readonly string[]>;
  /** False while the guild is down, as it may be at READY. */
  isAvailable: boolean;
}

export interface WorldChannel {
  readonly id: string;
  readonly kind: 'text' | 'thread' | 'direct';
  readonly name: string;
  /** `null` for a direct channel. */
  readonly guild: WorldGuild | null;
  /** Of a thread. */
  readonly parent: WorldChannel | null;
  readonly overwrites: readonly APIOverwrite[];
  /** Of a direct channel: the person at the other end. */
  readonly recipient: WorldUser | null;
  readonly messages: StoredMessage[];
  /** When the bot showed that it types, milliseconds since 1970. */
  readonly typing: number[];
}

/** Everything there is on this Discord. */
export interface World {
  readonly ids: Snowflakes;
  readonly bot: WorldUser;
  readonly botToken: string;
  readonly applicationId: string;
  readonly guilds: Map<string, WorldGuild>;
  /** Every channel, thread and direct channel. */
  readonly channels: Map<string, WorldChannel>;
  readonly users: Map<string, WorldUser>;
  /** Languages of people's clients, by their ids, where it is not en-US. */
  readonly locales: Map<string, string>;
  /** Global commands. */
  commands: readonly APIApplicationCommand[];
  /** What was uploaded, by the path it is served under, and the address before that path. */
  readonly files: { base: string; readonly kept: Map<string, UploadedFile> };
}

export function createUser(id: string, username: string, displayName: string | null, isBot = false): WorldUser {
  return {
    id,
    username,
    global_name: displayName,
    avatar: null,
    // Bots have kept the number that people lost in 2023.
    discriminator: isBot ? '4321' : '0',
    public_flags: 0 as UserFlags,
    flags: 0 as UserFlags,
    primary_guild: null,
    ...(isBot ? { bot: true } : {}),
  };
}

export function createWorld(seed: number): World {
  const ids = createSnowflakes(seed);
  const bot = createUser(ids.founded(), 'parley', null, true);
  const botToken = `${Buffer.from(bot.id).toString('base64url')}.${ids.secret(6)}.${ids.secret(38)}`;
  return {
    ids,
    bot,
    botToken,
    // Of old applications the two differ, so nothing may take one for the other.
    applicationId: ids.founded(),
    guilds: new Map(),
    channels: new Map(),
    users: new Map([[bot.id, bot]]),
    locales: new Map(),
    commands: [],
    files: { base: 'http://127.0.0.1', kept: new Map() },
  };
}
