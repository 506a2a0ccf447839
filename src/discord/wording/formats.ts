import { dateInWords } from '../../language/date-in-words.js';
import type { Language } from './language.js';

/** The forms of a word beside a number, by CLDR's plural rules. Russian has `few` and `many`, the others do without. */
export interface Forms {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** How a language writes numbers, dates and quotation marks. */
export interface Formats {
  quoted(text: string): string;
  /** Between what is named and what is said of it, with the space behind. */
  readonly colon: string;
  number(value: number): string;
  /** A share, 0 to 1: `12.5%`. */
  percent(share: number): string;
  /** `850 ms`, `1.2 s`. */
  time(milliseconds: number): string;
  /** `2016`, `2016-09` or `2016-09-09` in words, as exact as it is; anything else as it is. */
  date(date: string): string;
  /** The form that belongs to a number. */
  form(count: number, forms: Forms): string;
  /** The number and its form: `1,200 votes`. */
  count(count: number, forms: Forms): string;
}

/** A French mark stands apart from what it encloses, and stays on its line. */
const quotationMarks: Readonly<Record<Language, readonly [opening: string, closing: string]>> = {
  en: ['“', '”'],
  de: ['„', '“'],
  fr: ['«\u00a0', '\u00a0»'],
  es: ['«', '»'],
  ru: ['«', '»'],
};

const units: Readonly<Record<Language, readonly [milliseconds: string, seconds: string]>> = {
  en: ['ms', 's'],
  de: ['ms', 's'],
  fr: ['ms', 's'],
  es: ['ms', 's'],
  ru: ['мс', 'с'],
};

/** A year alone is a bare number; in Russian it needs the word. */
const bareYear: Partial<Readonly<Record<Language, (year: string) => string>>> = { ru: (year) => `${year} год` };

/** What CLDR leaves to be mended: the French first of a month, and a Russian abbreviation whose point ends no sentence. */
const mended: Partial<Readonly<Record<Language, (date: string) => string>>> = {
  fr: (date) => date.replace(/^1 /u, '1er '),
  ru: (date) => date.replace(/ г\.$/u, ' года'),
};

function createDates(language: Language): Formats['date'] {
  // English dates stand in JSON and in the terminal as well: there is one way to write them.
  if (language === 'en') return dateInWords;
  const [month, year] = [{ month: 'long' }, { year: 'numeric', timeZone: 'UTC' }] as const;
  const toMonth = new Intl.DateTimeFormat(language, { ...month, ...year });
  const toDay = new Intl.DateTimeFormat(language, { day: 'numeric', ...month, ...year });
  return (date) => {
    const [, y, m, d] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(date) ?? [];
    if (y === undefined) return date;
    if (m === undefined) return bareYear[language]?.(y) ?? y;
    const moment = new Date(`${y}-${m}-${d ?? '01'}T00:00:00Z`);
    // A 30 February is no other day.
    if (Number.isNaN(moment.getTime()) || moment.getUTCDate() !== Number(d ?? '01')) return date;
    const written = (d === undefined ? toMonth : toDay).format(moment);
    return mended[language]?.(written) ?? written;
  };
}

function createFormats(language: Language): Formats {
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const seconds = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const rules = new Intl.PluralRules(language);
  const [ms, s] = units[language];
  const form: Formats['form'] = (count, forms) => {
    const rule = rules.select(count);
    return (rule === 'few' || rule === 'many' || rule === 'one' ? forms[rule] : undefined) ?? forms.other;
  };
  return {
    colon: language === 'fr' ? '\u00a0: ' : ': ',
    quoted: (text) => quotationMarks[language].join(text),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    time: (milliseconds) =>
      milliseconds < 1000 ? `${Math.round(milliseconds)} ${ms}` : `${seconds.format(milliseconds / 1000)} ${s}`,
    date: createDates(language),
    form,
    count: (count, forms) => `${numbers.format(count)} ${form(count, forms)}`,
  };
}

/** Intl's objects take milliseconds to make: one set for each language. */
const remembered = new Map<Language, Formats>();

export function formatsOf(language: Language): Formats {
  const known = remembered.get(language) ?? createFormats(language);
  remembered.set(language, known);
  return known;
}
