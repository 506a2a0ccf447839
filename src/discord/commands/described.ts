import type { Locale, LocalizationMap } from 'discord.js';
import type { CommandWords } from '../wording/command-words.js';
import { type Language, languages } from '../wording/language.js';
import { wordsOf } from '../wording/words-of.js';

/** What Discord calls each language. Without one of these, its client shows the English text. */
const locales: Readonly<Record<Language, readonly `${Locale}`[]>> = {
  en: [],
  de: ['de'],
  fr: ['fr'],
  es: ['es-ES', 'es-419'],
  ru: ['ru'],
};

type TextOf = (words: CommandWords) => string;

function localized(textOf: TextOf): LocalizationMap {
  const texts = languages.flatMap((language) =>
    locales[language].map((locale) => [locale, textOf(wordsOf(language).commands)] as const),
  );
  return Object.fromEntries(texts);
}

/** The description of a command or an option: Discord shows it in the language of each member's own client. */
export function described(textOf: TextOf) {
  return { description: textOf(wordsOf('en').commands), description_localizations: localized(textOf) };
}

/** The name of a choice. Those of commands and options are English everywhere: people tell each other what to type. */
export function named(textOf: TextOf) {
  return { name: textOf(wordsOf('en').commands), name_localizations: localized(textOf) };
}
