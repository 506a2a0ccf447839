import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';
import { writeNotice } from '../writing/write-notice.js';
import { missingToPost } from './missing-to-post.js';

/** Posts one notice to a channel of a server; nothing where the bot may not, or the channel is another server's. Never throws. */
export async function tellIn(
  guild: string,
  channelId: string,
  text: string,
  { client, log }: Pick<BotParts, 'client' | 'log'>,
): Promise<void> {
  try {
    const channel = client.channels.cache.get(channelId);
    if (channel === undefined || channel.isDMBased() || channel.guildId !== guild || !channel.isSendable()) {
      log.warn({ guild, channel: channelId }, 'the log channel of a server is not there; moderators are told nothing');
      return;
    }
    const missing = missingToPost(channel);
    if (missing.length > 0) {
      log.warn({ guild, channel: channelId, missing }, 'the bot may not write in the log channel of a server');
      return;
    }
    await channel.send(writeNotice(text, 'notice'));
  } catch (error) {
    log.warn({ guild, ...describeError(error) }, 'moderators could not be told what was done');
  }
}

/**
 * Posts one notice to the log channel of a server, if one is set: what was done, and by whom. It is in the audit log
 * already, so nothing depends on it. Never throws.
 *
 * @param text In one line; it is escaped
 */
export async function tellModerators(
  guild: string,
  text: string,
  parts: Pick<BotParts, 'client' | 'settings' | 'log'>,
): Promise<void> {
  try {
    const { logChannel } = await parts.settings.of(guild);
    if (logChannel !== null) await tellIn(guild, logChannel, text, parts);
  } catch (error) {
    parts.log.warn({ guild, ...describeError(error) }, 'moderators could not be told what was done');
  }
}
