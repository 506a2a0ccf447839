import type { Client } from 'discord.js';
import type { Logger } from 'pino';

/** Discord bans an address for an hour or more after so many invalid requests (401, 403, 429) within ten minutes. */
const banAt = 10_000;

/** Tells the log how near the bot is to a ban. `createClient` decides after how many requests each warning comes. */
export function watchInvalidRequests({
  client,
  log,
}: {
  readonly client: Pick<Client, 'rest'>;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}): void {
  client.rest.on('invalidRequestWarning', ({ count, remainingTime }) => {
    const facts = { count, banAt, secondsLeft: Math.ceil(remainingTime / 1_000) };
    const line = 'Discord refused many requests; too many within ten minutes are a ban.';
    if (count >= banAt / 2) log.error(facts, line);
    else log.warn(facts, line);
  });
}
