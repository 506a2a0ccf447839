import type { Guild } from 'discord.js';
import type { Setting } from '../../state/seams/settings.js';
import type { SettingsView } from '../writing/for-moderators/write-settings.js';
import { channelMark, inNames } from './in-names.js';
import { ownChannel } from './own-channel.js';
import { channelKeys, type SettingValues, settingValues } from './setting-shapes.js';
import { settingTrouble } from './setting-trouble.js';
import { settingKeys, settingMeanings, settingWords } from './setting-words.js';

function ownWords(own: SettingValues, channel: string): readonly string[] {
  return channelKeys.filter((key) => own[key] !== undefined).map((key) => `${key} ${settingWords(key, own, channel)}`);
}

/** All that is set in a server, with names in place of ids, for one of its moderators. */
export function viewSettings(settings: readonly Setting[], guild: Guild | null, reader: string): SettingsView {
  const values = settingValues(settings);
  const server = values.get(null) ?? {};
  const named = (text: string): string => inNames(text, guild, reader);
  const own = [...values].flatMap(([id, set]) => (id === null ? [] : [[id, set] as const]));
  // Of a server that Discord does not show just now, no channel is known: none of them is gone for that.
  const there = own.filter(([id]) => guild === null || !guild.available || ownChannel(guild, id) !== undefined);
  return {
    server: settingKeys.map((key) => ({
      name: key,
      value: named(settingWords(key, server, null)),
      meaning: settingMeanings[key],
      trouble: settingTrouble(key, server, guild),
    })),
    channels: there.map(([id, set]) => ({ channel: named(channelMark(id)), values: ownWords(set, id) })),
    gone: own.length - there.length,
  };
}
