/** The cardinals that articles spell out, by value. */
export const numberWords: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const spelled = numberWords.slice(2).join('|');

/**
 * Amounts that can be written otherwise: "15 hours", "nine such attempts"; and "one" where it counts time. Neither days of
 * a month nor years.
 */
export const amount = new RegExp(
  `(?<![\\d.,]|\\p{Lu}\\p{L}{2,8}\\.? )\\b(?:(\\d{1,2})(?= \\p{Ll})|(${spelled})\\b|(one)(?= (?:week|day|month|hour|year)s?\\b))(?! (?:${monthNames.join('|')}))`,
  'u',
);

/** "Sept. 9", "September 9" and what follows of the year. */
export const monthAndDay =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})(?!\d)(?:, ((?:1|2)\d{3}))?/u;

/** From 1, of a name or its first letters; 0 for what is no month. */
export function monthNumber(name: string): number {
  return monthNames.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
}

/** The value of an amount that `amount` found; -1 for a word that isn't one. */
export function cardinalValue(written: string): number {
  return /^\d/u.test(written) ? Number(written) : numberWords.indexOf(written);
}
