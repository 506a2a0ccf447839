import { type Client, Events } from 'discord.js';
import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';

/**
 * Reads the settings of every server that the bot is in or joins, in the background: whether an answer is private has to
 * be known when a command is acknowledged, which may not wait.
 */
export function preloadSettings(client: Client, { settings, log }: Pick<BotParts, 'settings' | 'log'>): void {
  async function read(guilds: readonly string[]): Promise<void> {
    try {
      for (const guild of guilds) await settings.of(guild);
    } catch (error) {
      log.warn(describeError(error), 'settings could not be read yet; they are when they are needed');
    }
  }

  client.once(Events.ClientReady, ({ guilds }) => void read([...guilds.cache.keys()]));
  client.on(Events.GuildCreate, ({ id }) => void read([id]));
}
