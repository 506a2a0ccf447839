import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Actor, LoopbackChannel } from './actor.js';
import { registerCommands } from './command-routes.js';
import { createActor } from './create-actor.js';
import type { Fault } from './faults.js';
import { type Forgery, forgedDraft } from './forged-draft.js';
import type { GatewayFaults } from './gateway-faults.js';
import type { PendingInteraction } from './interaction-desk.js';
import { channelHandle, createLoopbackGuild, type LoopbackGuild } from './loopback-guild.js';
import { type LoopbackOptions, type LoopbackParts, startParts } from './loopback-parts.js';
import { createRoleMaking, type RoleMaking } from './loopback-roles.js';
import { createWatching, type Watching } from './loopback-watching.js';
import { createReply, type Reply } from './reply.js';
import type { SeenRequest } from './rest-server.js';
import type { Violation } from './violation.js';
import type { WorldChannel, WorldGuild } from './world.js';

export interface Loopback extends Watching, RoleMaking {
  /** What DISCORD_REST_API is set to. */
  readonly api: string;
  readonly token: string;
  /** What must never be seen anywhere: the bot's token, and those of all interactions so far. */
  readonly secrets: readonly string[];
  readonly botId: string;
  readonly applicationId: string;
  /** What the bot did wrong so far; a test ends with expecting none. */
  readonly violations: readonly Violation[];
  /** Every REST request so far. */
  readonly requests: readonly SeenRequest[];
  /** The global commands that are registered now. */
  readonly commands: readonly APIApplicationCommand[];
  readonly home: LoopbackGuild;
  /** The home guild's #general. */
  readonly general: LoopbackChannel;
  readonly gateway: GatewayFaults & {
    /** The home guild comes up. */
    arrives(): void;
  };
  guild(options?: { readonly name?: string; readonly channels?: readonly string[] }): LoopbackGuild;
  thread(channel: LoopbackChannel, options: { readonly name: string }): LoopbackChannel;
  /** Takes a channel or a thread away. */
  removes(channel: LoopbackChannel): void;
  /**
   * Somebody by name, made at the first call; named again, they also join `guild`, or have `permissions` instead of what
   * they had.
   */
  member(
    name: string,
    options?: {
      readonly guild?: LoopbackGuild;
      readonly permissions?: bigint;
      readonly displayName?: string;
      /** The language of their client: `de`, `es-419`; en-US when absent. */
      readonly locale?: string;
    },
  ): Actor;
  /**
   * Registers commands as the bot's own PUT would, for a test that does not care how they got there. @throws Error for
   * faulty ones.
   */
  registers(commands: readonly object[]): void;
  /** Sends the bot a press or a form that no client would, in the name of `who`. */
  forges(who: Actor, forgery: Forgery): Promise<Reply>;
  fails(fault: Fault): void;
  /** The fifteen minutes of the token behind a reply are over. */
  expires(reply: Reply): void;
  stop(): Promise<void>;
}

export type { LoopbackOptions };

/** Guilds, channels and people as a test makes them. */
function createMaking(
  parts: LoopbackParts,
  patienceMs: number,
  behind: WeakMap<Reply, PendingInteraction>,
  home: LoopbackGuild,
): Pick<Loopback, 'guild' | 'thread' | 'removes' | 'member' | 'registers'> {
  const { world, places } = parts;

  function known({ id, name }: LoopbackChannel): WorldChannel {
    const channel = world.channels.get(id);
    if (channel === undefined) throw new Error(`There is no channel "${name}" any more.`);
    return channel;
  }

  function knownGuild({ id, name }: LoopbackGuild): WorldGuild {
    const guild = world.guilds.get(id);
    if (guild === undefined) throw new Error(`The bot is no longer in "${name}".`);
    return guild;
  }

  return {
    guild: ({ name = 'Elsewhere', channels = ['general'] } = {}) =>
      createLoopbackGuild(places.guild(name), places, channels),
    thread: (channel, { name }) => channelHandle(places.thread(known(channel), name)),
    removes: (channel) => places.remove(known(channel)),
    member(name, { guild = home, permissions, displayName, locale } = {}) {
      const user = places.user(name, displayName);
      if (locale !== undefined) world.locales.set(user.id, locale);
      const joined = knownGuild(guild);
      const isNew = !joined.members.has(user.id);
      if (isNew || permissions !== undefined) places.join(joined, user, permissions ?? 0n, displayName);
      const direct = channelHandle(places.direct(user));
      return createActor(user, { ...parts, behind, patienceMs, direct, usual: guild.general });
    },
    registers: (commands) => registerCommands(world, commands),
  };
}

/** Discord on the loopback interface: REST and gateway for the real client, and people who use it. */
export async function startLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  const parts = await startParts(options);
  const { world, places, desk, faults, gateway, server, violations } = parts;
  const patienceMs = options.patienceMs ?? 15_000;
  const behind = new WeakMap<Reply, PendingInteraction>();
  const homeGuild = places.guild('Home', options.guildUnavailableAtReady !== true);
  const home = createLoopbackGuild(homeGuild, places, ['general']);

  return {
    api: `${server.origin}/api`,
    token: world.botToken,
    get secrets() {
      return [world.botToken, ...desk.tokens()];
    },
    botId: world.bot.id,
    applicationId: world.applicationId,
    violations,
    requests: server.requests,
    get commands() {
      return world.commands;
    },
    home,
    general: home.general,
    gateway: Object.assign(gateway.faults, { arrives: () => gateway.arrives(homeGuild) }),
    ...createWatching(parts, patienceMs),
    ...createMaking(parts, patienceMs, behind, home),
    ...createRoleMaking(parts, home),
    forges: (who, forgery) =>
      createReply(desk.send(forgedDraft(world, who, forgery)), parts.changes, patienceMs).settled(),
    fails: faults.add,
    expires(reply) {
      const interaction = behind.get(reply);
      if (interaction === undefined) throw new Error('Nothing is behind that reply.');
      interaction.isExpired = true;
    },
    async stop() {
      desk.stop();
      gateway.stop();
      server.stop();
    },
  };
}
