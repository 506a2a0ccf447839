import type { BotParts } from '../bot-parts.js';
import { inTime } from '../in-time.js';

/** What somebody is called on Discord, by their user id; the id itself when Discord does not say. */
export async function personName(id: string, { client }: Pick<BotParts, 'client'>): Promise<string> {
  if (!/^\d{17,20}$/u.test(id)) return id;
  const user = await client.users.fetch(id).catch(() => null);
  return user?.username ?? id;
}

/** A name is not worth a longer wait: the id says who it was, too. */
const namesPatienceMs = 2_000;

/**
 * What people are called, by their user ids: whom the bot has not met since its start Discord is asked for. Those that it
 * does not name, or not in time, are left out.
 */
export async function personNames(
  ids: Iterable<string>,
  parts: Pick<BotParts, 'client'>,
): Promise<ReadonlyMap<string, string>> {
  const named = [...new Set(ids)].map(
    async (id) => [id, await inTime(personName(id, parts), namesPatienceMs)] as const,
  );
  const found = await Promise.all(named);
  return new Map(found.flatMap(([id, name]) => (name === null || name === id ? [] : [[id, name] as const])));
}
