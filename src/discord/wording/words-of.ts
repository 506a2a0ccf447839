import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import type { Language } from './language.js';
import { russian } from './russian.js';
import { spanish } from './spanish.js';
import type { Words } from './words.js';

const catalogues: Readonly<Record<Language, Words>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ru: russian,
};

export function wordsOf(language: Language): Words {
  return catalogues[language];
}
