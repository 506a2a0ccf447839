import { languageNames } from '../wording/language.js';
import { channelMark, roleMark } from './in-names.js';
import { quotaText } from './quota-text.js';
import { defaultSettings } from './server-settings.js';
import type { QuotaSetting, SettingKey, SettingValues } from './setting-shapes.js';

/** What each setting is, for people; in the order in which they are shown. */
export const settingMeanings: Readonly<Record<SettingKey, string>> = {
  'moderator-roles': 'who may moderate, besides those with the permission Manage Server',
  'log-channel': 'where moderators are told what was done',
  answers: 'whether I answer',
  private: 'whether answers to commands are private when the member does not say',
  'quota-member': 'questions of each member',
  'quota-channel': 'questions in each channel',
  'quota-server': 'questions in the whole server',
  language: 'what I speak, besides quotes',
};

export const settingKeys = Object.keys(settingMeanings) as readonly SettingKey[];

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

function defaultWords(key: SettingKey): string {
  switch (key) {
    case 'moderator-roles':
    case 'log-channel':
      return 'none';
    case 'language':
      return languageNames[defaultSettings.language];
    case 'quota-member':
      return quotaText(defaultSettings.quotas.member ?? 'none');
    case 'quota-channel':
      return quotaText(defaultSettings.quotas.channel ?? 'none');
    case 'quota-server':
      return quotaText(defaultSettings.quotas.server ?? 'none');
    case 'answers':
      return yesOrNo(defaultSettings.channels.answers);
    case 'private':
      return yesOrNo(defaultSettings.channels.isPrivate);
  }
}

/** What is set under a key, in words, with ids of channels and roles as marks; nothing set is said to be the default. */
export function settingWords(key: SettingKey, values: SettingValues, channel: string | null): string {
  const value = values[key];
  if (value === undefined) return channel === null ? `${defaultWords(key)} (default)` : 'as in the server';
  switch (key) {
    case 'moderator-roles':
      return (value as readonly string[]).map(roleMark).join(', ') || 'none';
    case 'log-channel':
      return channelMark(value as string);
    case 'language':
      return languageNames[value as keyof typeof languageNames];
    case 'quota-member':
    case 'quota-channel':
    case 'quota-server':
      return quotaText(value as QuotaSetting);
    case 'answers':
    case 'private':
      return yesOrNo(value as boolean);
  }
}
