import { bareAfter, isSaidOfOther } from './asked-amounts.js';
import type { AskedThing } from './asked-thing.js';
import type { Both, Disputant, Stretch } from './disputant.js';
import { holdsOf, numberIn, type Quantity } from './quantities.js';
import { knows } from './same-subject.js';
import type { Statement } from './statement.js';

/** What a stretch of a sentence counts, when it is an amount. */
function amountAt({ quantities }: Statement, [start, end]: Stretch): Quantity | undefined {
  return quantities.find((one) => one.start >= start && one.end <= end);
}

const signs: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen' };
const noUnit = /^(?:a|an|and|half|some|about|over|of|dozens?|hundreds?|thousands?|(?:m|b|tr)illions?|[kmb]n?)$/u;

/** The currency or unit of an amount: its word that is no figure; `undefined` for a bare number. */
function unitOf({ text, tokens }: Statement, { start, end }: Quantity): string | undefined {
  const sign = Object.keys(signs).find((one) => text.slice(Math.max(0, start - 1), end).includes(one));
  if (sign !== undefined) return signs[sign];
  const inside = tokens.filter((token) => token.start >= start && token.end <= end);
  const unit = inside.findLast((token) => numberIn([token]) === undefined && !noUnit.test(token.lower));
  return unit?.lower.replace(/s$/u, '');
}

const adjectives: ReadonlySet<string> = new Set(['new', 'old', 'small', 'larg', 'big', 'young', 'activ', 'free']);

/** "212 bears" and "45 wolves", "85 schools" and "three music schools", "14 new trams" and "200 new flats" count different things. */
function countTheSame({ counted: one }: Quantity, { counted: other }: Quantity): boolean {
  const [first, second] = [one[0], other[0]];
  if (first === undefined || second === undefined) return true;
  if (first !== second) return false;
  return !adjectives.has(first) || one[1] === other[1];
}

/** "400 books in braille", "40 beds for intensive care". */
const narrower =
  /^ \p{L}+ (?:in|of|for|with|without|under|over|about) (?!(?:the|an?|its|their|his|her|this|that)\b)(?<kind>\p{Ll}+)/u;

/**
 * "18,000 soldiers" and "400 soldiers in Zamira", "200,000 visitors in 2009" and "on Sunday 3,000": the lesser number may be
 * a part of the greater.
 */
function isPart(amounts: Both<Quantity>, sides: Both<Disputant>): boolean {
  const lesser = amounts[0].value < amounts[1].value ? 0 : 1;
  const [part, whole] = lesser === 0 ? sides : [sides[1], sides[0]];
  if (amounts[lesser].dimension !== 'count') return false;
  const narrowing = narrower.exec(part.statement.text.slice(amounts[lesser].end))?.groups?.kind;
  if (narrowing !== undefined && !whole.documentText.includes(narrowing)) return true;
  const [dayOfPart] = part.statement.dates;
  const [timeOfWhole] = whole.statement.dates;
  if (dayOfPart?.weekday !== undefined && timeOfWhole !== undefined && timeOfWhole.weekday === undefined) return true;
  return part.statement.names.some((name) => name.kind === 'place' && !knows(whole, part.statement, name));
}

/** What amounts are read without: "an hour and a half". */
const fraction = /\band an? (?:half|quarter)\b/u;
const reach = 16;

function hasFraction({ text }: Statement, { start, end }: Quantity): boolean {
  return fraction.test(text.slice(start, end + reach));
}

const rangeBefore = /(?:\bbetween(?: \p{L}+)? |\bfrom |\p{N}\s*[–-]\s*|\p{N} (?:and|to|or) )$/u;
const rangeAfter = /^(?:\s*[–-]\s*\p{N}| (?:to|or) \p{N})/u;

/** One end of "between 800 and 900", or all of it. */
function isRange({ text }: Statement, { start, end }: Quantity): boolean {
  if (/\p{N} (?:and|to|or) \p{N}|\p{N}\s*[–-]\s*\p{N}/u.test(text.slice(start, end))) return true;
  return rangeBefore.test(text.slice(0, start)) || rangeAfter.test(text.slice(end));
}

const rate =
  /^[^,.;:]{0,40}?(?:\b(?:an?|per|each|every) (second|minute|hour|day|night|week|month|year)\b|\b(hour|dai|week|month|year|annual)ly\b)/iu;
const adverbs: Readonly<Record<string, string>> = { dai: 'day', annual: 'year' };

/** "400 tons a day": over how long. */
function rateOf({ text }: Statement, { end }: Quantity): string | undefined {
  const [, noun, adverb] = rate.exec(text.slice(end)) ?? [];
  const found = (noun ?? adverb)?.toLowerCase();
  return found === undefined ? undefined : (adverbs[found] ?? found);
}

/** "For children a ticket costs 4 crowns". */
const forSome =
  /\bfor (?:children|students|adults|pensioners|members|families|residents|groups|juniors|seniors|locals)\b/iu;

const secondsAYear = 365 * 24 * 60 * 60;

/** 30 years old in 2001 and 40 in 2011. */
function haveAged(asked: AskedThing, amounts: Both<Quantity>, sides: Both<Disputant>): boolean {
  if (!asked.scale.includes('old')) return false;
  const [first, second] = sides.map(({ documentDate }) => Number(documentDate?.slice(0, 4) ?? Number.NaN));
  const years = (value: number): number => (amounts[0].dimension === 'time' ? value / secondsAYear : value);
  const passed = (second ?? Number.NaN) - (first ?? Number.NaN);
  return Math.abs(years(amounts[1].value) - years(amounts[0].value) - passed) <= 1 && passed !== 0;
}

/**
 * Neither amount is the truth of the other, as "about 40" is of 41 and "at least 30" of 38, and both measure the same.
 * `isAnswer` when both were seen to be what the question asks for.
 */
export function differInAmount(
  asked: AskedThing,
  sides: Both<Disputant>,
  stretches: Both<Stretch>,
  isAnswer: boolean,
): boolean {
  const [first, second] = [sides[0].statement, sides[1].statement];
  const [one, other] = [amountAt(first, stretches[0]), amountAt(second, stretches[1])];
  if (one === undefined || other === undefined || one.dimension !== other.dimension) return false;
  const units = [unitOf(first, one), unitOf(second, other)] as const;
  const hasUnits = one.dimension !== 'time' && !units.includes(undefined);
  if (hasUnits && units[0] !== units[1]) return false;
  const areBare = [first.text.slice(one.end), second.text.slice(other.end)].every((after) => bareAfter.test(after));
  const isSameThing = isAnswer && (asked.counted >= 0 || hasUnits || areBare);
  if (!isSameThing && !countTheSame(one, other)) return false;
  if (isPart([one, other], sides) || haveAged(asked, [one, other], sides)) return false;
  if (isSaidOfOther(sides[0], one) || isSaidOfOther(sides[1], other)) return false;
  if (asked.isPrice && forSome.test(first.text) !== forSome.test(second.text)) return false;
  if (rateOf(first, one) !== rateOf(second, other)) return false;
  if (hasFraction(first, one) || hasFraction(second, other) || isRange(first, one) || isRange(second, other))
    return false;
  return !first.quantities.some((own) => holdsOf(other, own)) && !second.quantities.some((own) => holdsOf(one, own));
}
