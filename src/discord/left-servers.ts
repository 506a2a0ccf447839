import { type Client, Events } from 'discord.js';
import { collectionOfGuild, guildOfCollection, isCollectionName } from '../collections.js';
import { describeError } from '../redaction.js';
import type { BotParts } from './bot-parts.js';
import type { Chore } from './keep-house.js';

const hour = 3_600_000;
const day = 24 * hour;
/** How long a server that threw the bot out may change its mind. */
const keptDays = 30;

type LeftParts = Pick<BotParts, 'client' | 'state' | 'collections' | 'settings' | 'log' | 'now'>;

/** Notes when the bot leaves a server and when it is back. One that Discord cannot reach for a while is not left. */
export function watchLeftServers(client: Client, { state, log, now }: Pick<LeftParts, 'state' | 'log' | 'now'>): void {
  function note(noted: Promise<void>): void {
    noted.catch((error: unknown) => log.error(describeError(error), 'which servers I am in could not be noted'));
  }
  // discord.js has another event for those that are only unavailable.
  client.on(Events.GuildDelete, ({ id }) => note(state.servers.left(id, now())));
  client.on(Events.GuildCreate, ({ id }) => note(state.servers.cameBack(id)));
}

/** Servers of which anything is kept that goes once they are left. */
async function keptServers({ state, collections }: Pick<LeftParts, 'state' | 'collections'>): Promise<Set<string>> {
  const kept = await state.servers.kept();
  const names = [...kept.collections, ...(await collections.onDisk())];
  const owners = names.map((name) => (isCollectionName(name) ? guildOfCollection(name) : null));
  return new Set([...kept.guilds, ...owners.filter((guild) => guild !== null)]);
}

/**
 * Notes which servers were left, and which the bot is in again, while it was down: Discord tells that to nobody who does
 * not listen. To be called once it is connected: then it knows of every server it is in, reachable or not. Never throws.
 */
export async function noteMissedChanges(parts: Omit<LeftParts, 'settings'>): Promise<void> {
  const { client, state, log, now } = parts;
  const isIn = (guild: string): boolean => client.guilds.cache.has(guild);
  try {
    const noted = await state.servers.leftBefore(Number.POSITIVE_INFINITY);
    for (const guild of noted.filter(isIn)) await state.servers.cameBack(guild);
    const kept = await keptServers(parts);
    // When it was left nobody knows: its time begins now.
    for (const guild of kept) if (!isIn(guild) && !noted.includes(guild)) await state.servers.left(guild, now());
  } catch (error) {
    log.error(describeError(error), 'which servers I was thrown out of meanwhile could not be noted');
  }
}

async function forgetServer(guild: string, { state, collections, settings, log }: LeftParts): Promise<void> {
  const collection = collectionOfGuild(guild);
  await collections.remove(collection);
  // Last: until this is done the next time finds the server again.
  await state.servers.forget(guild, collection);
  settings.forget(guild);
  log.info({ guild, days: keptDays }, 'forgot what was of a server that I am no longer in');
}

/** Forgets what was of servers that were left too long ago. */
export async function forgetLeftServers(parts: LeftParts): Promise<void> {
  const { client, state, log, now } = parts;
  // Before it is connected it knows of no server.
  if (!client.isReady()) return;
  for (const guild of await state.servers.leftBefore(now() - keptDays * day)) {
    try {
      // It came back while nobody watched.
      if (client.guilds.cache.has(guild)) await state.servers.cameBack(guild);
      else await forgetServer(guild, parts);
    } catch (error) {
      log.error(describeError(error), 'what was of a server that I am no longer in could not be forgotten yet');
    }
  }
}

export function leftServersChore(parts: LeftParts): Chore {
  return { name: 'forgetting servers that were left', everyMs: hour, run: () => forgetLeftServers(parts) };
}
