/** Languages in which Parley says what it says itself, by their ISO 639 codes. */
export const languages = ['en', 'de', 'fr', 'es', 'ru'] as const;
export type Language = (typeof languages)[number];

/** Each by its own name, so that whoever looks for theirs finds it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ru: 'Русский',
};
