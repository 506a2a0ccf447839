import type { Question } from '../language/question.js';
import type { Generation } from '../types.js';

/** A date as exact as it is known (`2016`, `2016-09`, `2016-09-09`) as the last day that it can mean. */
function lastDayOf(date: string): string {
  const [year = '', month = '12', day = '31'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** The latest of several dates, as exact as it was given; `null` when none is known. */
export function latestDate(dates: Iterable<string | null>): string | null {
  let latest: string | null = null;
  for (const date of dates) {
    if (date !== null && (latest === null || lastDayOf(date) > lastDayOf(latest))) latest = date;
  }
  return latest;
}

const latestByGeneration = new WeakMap<Generation, { readonly date: string | null }>();

/** The latest date of a generation's documents, looked for once. */
export function latestDateOf(generation: Generation): string | null {
  let known = latestByGeneration.get(generation);
  if (known === undefined) {
    known = { date: latestDate(generation.documents.map(({ metadata }) => metadata.date)) };
    latestByGeneration.set(generation, known);
  }
  return known.date;
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const monthName = months.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|');
/** "October 2016", "Oct. 3, 2016", "3rd of October 2016". */
const writtenDate = new RegExp(
  `\\b(?:(?<before>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?(?<month>sept|${monthName})\\b\\.?,?(?:\\s+(?<after>\\d{1,2})(?:st|nd|rd|th)?,?)?(?:\\s+of)?\\s+(?<year>\\d{4})\\b`,
  'giu',
);
const figuredDate = /(?<![\p{N}-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\p{N}-])/gu;

/** The days that a text names, each as the first day that it can mean. */
function firstDaysNamed(text: string): readonly string[] {
  const written = [...text.matchAll(writtenDate)].map(({ groups = {} }) => {
    const { month = '', year = '' } = groups;
    const index = months.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3)));
    const day = groups.after ?? groups.before ?? '1';
    return `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
  const figured = [...text.matchAll(figuredDate)].map(([, year, month, day = '01']) => `${year}-${month}-${day}`);
  return [...written, ...figured];
}

/** Asks for the state of things at the moment of asking, which no document knows. */
const presentState =
  /\b(?:right now|nowadays|at the moment|as of (?:today|now)|to this day|these days|currently|so far this year|this (?:year|month|week)|today|yesterday|tomorrow|next (?:year|month|week)|the latest news|latest (?:update|updates|developments?)|(?:current|incumbent) (?:president|leader|status|situation|government|state)|still (?:in (?:power|office|charge|place|force|effect)|alive|going on|holding|president|minister|secretary|fighting))\b/iu;

/** Asks how it went on, after the text was written. */
const outcome =
  /\b(?:what (?:happened|came) (?:next|after|afterwards|then|later|to the)|happened after|in the end|eventually|end(?:ed)? up|later on|aftermath|since then|afterwards|turn(?:ed)? out|(?:ceasefire|truce|deal|agreement)\b.*\b(?:collapse|hold|last|fail|break down|broke|survive|violated)|how did (?:it|the war|the conflict) end|who (?:won|replaced|succeeded|became)|did (?:it|they) (?:work|succeed|hold|last)|(?:won|win) the (?:war|election|presidency)|successor|years? later|months? later)/iu;

/** True when the question names a day after the one up to which the documents know anything. */
export function asksAfter(question: Question, asOf: string | null): boolean {
  if (asOf === null) return false;
  const last = lastDayOf(asOf);
  if (question.years.some((year) => String(year) > last.slice(0, 4))) return true;
  return firstDaysNamed(question.text).some((day) => day > last);
}

/** "According to the article" asks for what was so when it was written. */
const asWritten = /\b(?:according to|in the (?:article|text|piece|document)|(?:the )?author)\b/iu;

export function asksForPresent(question: Question): boolean {
  return presentState.test(question.text) && !asWritten.test(question.text);
}

export function asksForOutcome(question: Question): boolean {
  return outcome.test(question.text);
}
