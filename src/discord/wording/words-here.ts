import type { Interaction } from 'discord.js';
import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';
import { defaultSettings } from '../moderating/server-settings.js';
import { type Language, languages } from './language.js';
import type { Words } from './words.js';
import { wordsOf } from './words-of.js';

/** Where somebody reads: an interaction, which tells the language of their Discord, or a message, which does not. */
export type ReadIn = Pick<Interaction, 'guildId'> & { readonly locale?: string };

/** The language of Discord's client, `es-419` as well as `es-ES`; `undefined` for one that Parley does not speak. */
function languageOfClient(locale: string | undefined): Language | undefined {
  const [language = ''] = (locale ?? '').split('-');
  return languages.find((known) => known === language);
}

/**
 * The words in which somebody reads what Parley says, as far as that is known at once: in a server those that its moderators
 * set, for all alike, and in a direct message those of their Discord.
 */
export function wordsKnownHere(
  { guildId, locale }: ReadIn,
  { settings }: { readonly settings: Pick<BotParts['settings'], 'known'> },
): Words {
  if (guildId === null) return wordsOf(languageOfClient(locale) ?? defaultSettings.language);
  return wordsOf((settings.known(guildId) ?? defaultSettings).language);
}

/** The same, once the settings are read. Nothing fails over settings that cannot be read: then it is English. */
export async function wordsHere(place: ReadIn, { settings, log }: Pick<BotParts, 'settings' | 'log'>): Promise<Words> {
  const { guildId } = place;
  try {
    if (guildId !== null) await settings.of(guildId);
  } catch (error) {
    log.warn(describeError(error), 'the language of a server could not be read; it was spoken to in English');
  }
  return wordsKnownHere(place, { settings });
}
