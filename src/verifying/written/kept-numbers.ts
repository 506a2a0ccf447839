import type { Comparison } from '../comparison.js';
import type { Finding } from '../finding.js';
import { holdsOf, numberIn } from '../quantities.js';
import type { Statement } from '../statement.js';

/** "had asked for 5 per cent and will receive 2.8": the unit is told once. */
function isElliptical({ kind, claim: [start, end] }: Finding, claim: Statement, sentence: Statement): boolean {
  const quantity =
    kind === 'number' ? claim.quantities.find((one) => one.start === start && one.end === end) : undefined;
  if (quantity === undefined || quantity.dimension === 'time') return false;
  return (
    sentence.quantities.some(
      ({ value, dimension, counted }) =>
        value === quantity.value && dimension === 'count' && (quantity.dimension !== 'count' || counted.length === 0),
    ) &&
    (quantity.dimension === 'count' || sentence.quantities.some(({ dimension }) => dimension === quantity.dimension))
  );
}

/** An amount that the sentence before gives, where this one speaks of it: "Ecuador pays 38 per cent of it". */
function isHeldBefore(
  { kind, conflict, claim: [start, end] }: Finding,
  claim: Statement,
  { statement, before }: Comparison['candidate'],
): boolean {
  const quantity =
    kind === 'number' && !conflict ? claim.quantities.find((one) => one.start === start && one.end === end) : undefined;
  return (
    quantity !== undefined &&
    statement.tokens.some(({ lower }) => /^(?:it|them|they)$/u.test(lower)) &&
    before.slice(0, 1).some(({ quantities }) => quantities.some((other) => holdsOf(quantity, other)))
  );
}

const fraction = /\b(?:an?|one)\s+(half|third|quarter|fifth|tenth)\b/iu;

const single =
  /\b(?:a|an|one|each|every|per|single)\s+(?:single\s+)?(?:second|minute|hour|day|night|week|month|year)\b/iu;

/** "a quarter" is "one quarter", and "one night" is "a single night". */
function isToldInWords(
  { kind, conflict, claim: [start, end] }: Finding,
  claim: Statement,
  sentence: Statement,
): boolean {
  if (kind !== 'number' || conflict) return false;
  const told = claim.text.slice(Math.max(0, start - 8), end + 10);
  const word = fraction.exec(told)?.[1]?.toLowerCase();
  if (word !== undefined)
    return (
      new RegExp(`\\b(?:an?|one|${word === 'half' ? 'half' : 'a'})\\s*(?:${word})?\\b`, 'iu').test(sentence.text) &&
      sentence.text.toLowerCase().includes(word)
    );
  return single.test(told) && single.test(sentence.text);
}

const ordinalDays = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** "March 1" where the sentence has "the first of March". */
function isDateInWords(
  { kind, conflict, claim: [start, end] }: Finding,
  claim: Statement,
  sentence: Statement,
): boolean {
  if (kind !== 'date' || conflict) return false;
  const date = claim.dates.find((one) => one.start === start && one.end === end);
  const word = date?.day === undefined ? undefined : ordinalDays[date.day - 1];
  if (date?.month === undefined || word === undefined) return false;
  return sentence.dates.some(
    (one) =>
      one.month === date.month &&
      one.day === undefined &&
      (date.year === undefined || one.year === undefined || one.year === date.year) &&
      new RegExp(`\\b${word} of\\b`, 'iu').test(sentence.text.slice(Math.max(0, one.start - 16), one.end)),
  );
}

/** Half a year is 182 days and six months are 180: so much of a difference is one of units. */
const sameTime = 0.03;

function isSameTime({ kind, claim: [start, end] }: Finding, claim: Statement, sentence: Statement): boolean {
  const quantity =
    kind === 'number' ? claim.quantities.find((one) => one.start === start && one.end === end) : undefined;
  if (quantity?.dimension !== 'time') return false;
  return sentence.quantities.some(
    ({ dimension, value }) => dimension === 'time' && Math.abs(value - quantity.value) <= sameTime * value,
  );
}

/** "the two sides" where the sentence has "the parties": how many they are is known of whom it speaks. */
function isDefinitePair({ kind, conflict, claim: [start, end] }: Finding, claim: Statement): boolean {
  const quantity =
    kind === 'number' && !conflict ? claim.quantities.find((one) => one.start === start && one.end === end) : undefined;
  return quantity?.value === 2 && quantity.dimension === 'count' && pair.test(claim.text.slice(0, start));
}

const pair = /\b(?:the|these|those|both|between)\s+$/iu;

const times = /\b(?<word>once|twice|thrice)\b/iu;
const timesOf: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };
const parts: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const sameShare = 0.005;

/** Shares that a text gives in words, 0 to 1: "nine tenths", "a third", "halved". */
function sharesIn({ tokens, text }: Statement): readonly number[] {
  const shares = tokens.flatMap(({ lower }, at) => {
    const part = parts[lower.replace(/(?<=[^s])s$/u, '')];
    if (part === undefined) return [];
    const before = tokens.slice(Math.max(0, at - 1), at);
    return [(numberIn(before) ?? 1) / part];
  });
  return /\bhal(?:ve|ves|ved|ving)\b/iu.test(text) ? [...shares, 0.5] : shares;
}

/** "two times" for "twice", "90 percent" for "nine tenths", "in half" for "halved". */
function isOtherForm({ kind, claim: [start, end] }: Finding, claim: Statement, sentence: Statement): boolean {
  const quantity =
    kind === 'number' ? claim.quantities.find((one) => one.start === start && one.end === end) : undefined;
  if (quantity === undefined) return false;
  if (
    (quantity.dimension === 'count' && /^\s*times\b/iu.test(claim.text.slice(end))) ||
    /\btimes$/iu.test(claim.text.slice(start, end))
  ) {
    const said = times.exec(sentence.text)?.groups?.word?.toLowerCase() ?? '';
    if (timesOf[said] === quantity.value) return true;
  }
  const share = quantity.dimension === 'percent' ? quantity.value / 100 : quantity.value;
  const isShare = quantity.dimension === 'percent' || (quantity.value > 0 && quantity.value < 1);
  const told = [
    ...sharesIn(sentence),
    ...sentence.quantities.flatMap(({ dimension, value }) => (dimension === 'percent' ? [value / 100] : [])),
  ];
  return isShare && told.some((one) => Math.abs(one - share) <= sameShare);
}

/** "130 million euros of the 410 million" where the sentence has "130 million of the 410 million euros". */
function isUnitElsewhere({ kind, claim: [start, end] }: Finding, claim: Statement, sentence: Statement): boolean {
  const quantity =
    kind === 'number' ? claim.quantities.find((one) => one.start === start && one.end === end) : undefined;
  if (quantity === undefined || !/^(?:money|count)$/u.test(quantity.dimension) || quantity.value < leastUnitless)
    return false;
  const has = (dimension: string): boolean =>
    claim.quantities.some((one) => one.dimension === dimension) &&
    sentence.quantities.some((one) => one.dimension === dimension);
  return (
    has('money') &&
    sentence.quantities.some(({ dimension, value }) => /^(?:money|count)$/u.test(dimension) && value === quantity.value)
  );
}

/** Smaller numbers count many things. */
const leastUnitless = 1000;

/** A number or a date that the claim has, and the sentence in other words. */
export function isNumberKept(finding: Finding, claim: Statement, candidate: Comparison['candidate']): boolean {
  const sentence = candidate.statement;
  return (
    isToldInWords(finding, claim, sentence) ||
    isDateInWords(finding, claim, sentence) ||
    isSameTime(finding, claim, sentence) ||
    isElliptical(finding, claim, sentence) ||
    isHeldBefore(finding, claim, candidate) ||
    isDefinitePair(finding, claim) ||
    isOtherForm(finding, claim, sentence) ||
    isUnitElsewhere(finding, claim, sentence)
  );
}
