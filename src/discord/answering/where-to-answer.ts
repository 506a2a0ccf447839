import type { Interaction } from 'discord.js';
import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';
import { maySeeChannel } from '../messages/may-see-channel.js';
import { ownChannel } from '../moderating/own-channel.js';
import { type ChannelSettings, defaultSettings, type ReadSettings } from '../moderating/server-settings.js';
import type { Words } from '../wording/words.js';

/** Where something is asked: an interaction, or a message. */
export type AskedIn = Pick<Interaction, 'guildId' | 'channelId' | 'channel'>;

/** The channel whose settings hold: a thread has those of its parent. */
export function settledBy({ channel, channelId }: AskedIn): string {
  const parent = channel?.isThread() === true ? channel.parentId : null;
  return parent ?? channelId ?? '';
}

/** What moderators decided about a place; `undefined` while the settings of the server are not read. */
export function knownHere(place: AskedIn, settings: Pick<BotParts['settings'], 'known'>): ChannelSettings | undefined {
  if (place.guildId === null) return defaultSettings.channels;
  return settings.known(place.guildId)?.in(settledBy(place));
}

/**
 * Whether Parley answers in a place. An answer does not fail over settings that cannot be read: it is given, as it would
 * be where nobody changed any.
 */
export async function answersHere(
  place: AskedIn,
  { settings, log }: Pick<BotParts, 'settings' | 'log'>,
): Promise<boolean> {
  const known = knownHere(place, settings);
  if (known !== undefined || place.guildId === null) return known?.answers ?? true;
  try {
    return (await settings.of(place.guildId)).in(settledBy(place)).answers;
  } catch (error) {
    log.error(
      describeError(error),
      'the settings of a server could not be read; a question was answered by the defaults',
    );
    return defaultSettings.channels.answers;
  }
}

const mostNamed = 5;

type Reading = Pick<Interaction, 'guild' | 'user'>;

/** Names of channels where it answers although it does not in others; only such as the reader sees. */
function openChannels({ guild, user }: Reading, settings: ReadSettings): readonly string[] {
  return settings.channelsWithOwn
    .filter((id) => settings.in(id).answers)
    .flatMap((id) => {
      const channel = ownChannel(guild, id);
      return channel !== undefined && maySeeChannel(channel, user.id) ? [`#${channel.name}`] : [];
    });
}

/** Where somebody may ask, who asked where Parley does not answer. */
export function whereElse(
  reader: Reading,
  settings: ReadSettings | undefined,
  { notices: { notHere } }: Words,
): string {
  if (settings === undefined || settings.channels.answers) return notHere.anotherChannel;
  const open = openChannels(reader, settings);
  if (open.length === 0) return notHere.noOther;
  return notHere.named(open.slice(0, mostNamed).join(', '), Math.max(0, open.length - mostNamed));
}
