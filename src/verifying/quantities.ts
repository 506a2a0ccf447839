import { termsOf } from '../language/terms.js';
import type { WordToken } from '../language/word-tokens.js';

/** What an amount counts: lengths of time are in seconds. */
export type Dimension = 'time' | 'money' | 'percent' | 'count';

/** An amount of a text in a form in which "15 hours" is "fifteen hours". */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly dimension: Dimension;
  readonly value: number;
  /** `least` for "at least", "more than", `most` for "up to", `about` for "nearly". */
  readonly bound: 'exact' | 'least' | 'most' | 'about';
  /** Terms right after it: what is counted. Empty for lengths of time, money and shares. */
  readonly counted: readonly string[];
}

const small: ReadonlyMap<string, number> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value]),
);
const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
);
const scales: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const ordinals: ReadonlyMap<string, number> = new Map(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
  seventeenth eighteenth nineteenth twentieth`
    .split(/\s+/)
    .map((word, i) => [word, i + 1]),
);
const minute = 60;
const day = 24 * 60 * minute;
const secondsOf: Readonly<Record<string, number>> = {
  second: 1,
  sec: 1,
  minute,
  min: minute,
  hour: 60 * minute,
  hr: 60 * minute,
  h: 60 * minute,
  day,
  night: day,
  week: 7 * day,
  fortnight: 14 * day,
  month: 30 * day,
  year: 365 * day,
  yr: 365 * day,
  decade: 3650 * day,
  century: 36_500 * day,
};

const figure = /^(\p{Nd}+(?:[.,]\p{Nd}+)*)(\p{L}*)$/u;

function singular(lower: string): string {
  return lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.replace(/s$/u, '');
}

function figureValue(digits: string): number {
  return Number(/,\p{Nd}{1,2}$/u.test(digits) ? digits.replace(',', '.') : digits.replaceAll(',', ''));
}

/** The value of the tokens of an amount, with "half" and an ordinal counted; `undefined` when they hold no number. */
export function numberIn(tokens: readonly WordToken[]): number | undefined {
  let total = 0;
  let current: number | undefined;
  for (const { lower } of tokens) {
    const scale = scales[singular(lower)];
    const [, digits, suffix = ''] = figure.exec(lower) ?? [];
    const word = small.get(lower) ?? tens.get(lower) ?? ordinals.get(lower);
    if (digits !== undefined) {
      if (current !== undefined) break;
      current = figureValue(digits) * (scales[suffix] ?? 1);
    } else if (word !== undefined) {
      if (current !== undefined && current % 100 !== 0 && (current % 10 !== 0 || word >= 10)) break;
      current = (current ?? 0) + word;
    } else if (scale !== undefined && lower.length > 1) {
      const scaled = (current ?? 1) * scale;
      if (scale > 100) {
        total += scaled;
        current = undefined;
      } else current = scaled;
    } else if (current === undefined && (lower === 'a' || lower === 'an')) current = 1;
    else if (lower === 'half') return (current ?? 0) + (current === undefined ? 0.5 : 0);
  }
  return current === undefined && total === 0 ? undefined : total + (current ?? 0);
}

const least = /\b(?:at least|more than|over|exceeding|no (?:less|fewer) than|minimum of|above|upwards of)\s*$/iu;
const most = /\b(?:at most|less than|fewer than|under|below|up to|no (?:more|longer) than|maximum of|within)\s*$/iu;
const about = /\b(?:about|around|some|roughly|approximately|nearly|almost|circa|close to)\s*$/iu;

function boundOf(text: string, start: number, spanStart: number): Quantity['bound'] {
  const before = text.slice(Math.max(0, spanStart - 24), start).toLowerCase();
  if (least.test(before)) return 'least';
  if (most.test(before)) return 'most';
  return about.test(before) ? 'about' : 'exact';
}

const countedWords = 3;

/** Reads an amount that language/quantity-mentions.ts found; `undefined` when it has no value ("several weeks"). */
export function readQuantity(
  text: string,
  tokens: readonly WordToken[],
  { kind, first, end }: { readonly kind: string; readonly first: number; readonly end: number },
): Quantity | undefined {
  const inside = tokens.slice(first, end);
  const value = numberIn(inside);
  const opening = inside.findIndex((token) => numberIn([token]) !== undefined);
  const firstToken = inside[Math.max(0, opening)];
  const lastToken = inside.at(-1);
  if (value === undefined || firstToken === undefined || lastToken === undefined) return undefined;
  const common = {
    start: firstToken.start,
    end: lastToken.end,
    bound: boundOf(text, firstToken.start, inside[0]?.start ?? firstToken.start),
  };
  if (kind === 'money') return { ...common, dimension: 'money', value, counted: [] };
  if (kind === 'percent') return { ...common, dimension: 'percent', value, counted: [] };
  const suffix = figure.exec(firstToken.lower)?.[2] ?? '';
  const unit = [suffix, ...inside.map(({ lower }) => lower)]
    .map((word) => secondsOf[singular(word)])
    .find((seconds) => seconds !== undefined);
  if (unit !== undefined && kind === 'duration') {
    return { ...common, dimension: 'time', value: value * unit, counted: [] };
  }
  const after = text.slice(lastToken.end, lastToken.end + 60).split(/[,.;:()!?]/u)[0] ?? '';
  return { ...common, dimension: 'count', value, counted: termsOf(after).slice(0, countedWords) };
}

/** True when a claim's amount says of a text's amount nothing but the truth. */
export function holdsOf(claim: Quantity, text: Quantity): boolean {
  if (claim.dimension !== text.dimension) return false;
  const near = Math.abs(claim.value - text.value) <= 1e-9 * Math.max(1, Math.abs(text.value));
  if (near) return claim.bound !== 'most' || text.bound !== 'least';
  // "about a month" and "30 days" are one; so are 1.6 and "about 1.5" within a tenth.
  if (claim.bound === 'about') return Math.abs(claim.value - text.value) <= 0.1 * Math.abs(text.value);
  // "at least three days" is not what "at least a week" asks for.
  if (claim.bound === 'least') return (text.bound === 'exact' || text.bound === 'about') && text.value > claim.value;
  return claim.bound === 'most' && (text.bound === 'exact' || text.bound === 'about') && text.value < claim.value;
}

/** True when both count the same thing, so that another value is another statement. */
export function measureTheSame(claim: Quantity, text: Quantity): boolean {
  if (claim.dimension !== text.dimension) return false;
  return claim.dimension !== 'count' || claim.counted.some((term) => text.counted.includes(term));
}
