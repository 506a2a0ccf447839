import type { BotParts } from '../bot-parts.js';

/** What somebody is called on Discord, by their user id; the id itself when Discord does not say. */
export async function personName(id: string, { client }: Pick<BotParts, 'client'>): Promise<string> {
  if (!/^\d{17,20}$/u.test(id)) return id;
  const user = await client.users.fetch(id).catch(() => null);
  return user?.username ?? id;
}
