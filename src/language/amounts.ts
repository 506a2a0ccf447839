import { type Cardinal, cardinalAt, endOfRange, figureWithScale, joined } from './cardinals.js';
import type { MentionKind } from './mention.js';
import { quantityRoles } from './quantity-words.js';
import type { TokenSpan, WordToken } from './word-tokens.js';

/** A currency sign at the end of the text between two words. */
export const currencySign = /[$€£¥₽₹₩₴₪]\s?$/;
const dollarCountries = /^(?:US|C|CA|A|AU|HK|NZ|S|R)$/;
const figureWithMeasure =
  /^[\p{Nd}.,]+(?:km|cm|mm|kg|g|mg|lb|lbs|ft|mph|kmh|hz|khz|mhz|ghz|kw|mw|gb|mb|kb|x|c|f|v|w)$/u;
const figureWithTime = /^[\p{Nd}.,]+(?:h|hrs?|min|mins|s|ms)$/u;
const ordinalFigure = /^[\p{Nd},]+(?:st|nd|rd|th)$/u;

/** Prepositions and adverbs after which "a week" or "decades" is a length of time and not a rate. */
const beforeDuration = new Set(
  `for about within over after lasting lasted lasts last take takes took taking nearly almost than half around in during
  every another only least most additional entire whole full further spent span roughly approximately through throughout
  up once under past`.split(/\s+/),
);
/** After "one", these show that it was a pronoun: "one of them", "one must". */
const afterPronounOne = new Set(
  `of another has had must can could should would may might will is was were are who that which in or way and as to on by at for
  from does did with but into then cannot needs step`.split(/\s+/),
);
const beforePronounOne = new Set(
  `no this that any some every each the which another last next first new good only single as loved big small latter former`.split(
    /\s+/,
  ),
);
const ordinalDeterminers = new Set([
  'the',
  'his',
  'her',
  'its',
  'their',
  'a',
  'our',
  'my',
  'every',
  'twenty',
  'thirty',
]);
function roleOf(tokens: readonly WordToken[], index: number) {
  const token = tokens[index];
  return token === undefined ? undefined : quantityRoles.get(token.lower);
}

/** The end of a unit of time after an amount, "old", "two years and three months" included; `at` when there is none. */
function endOfTimeUnit(tokens: readonly WordToken[], at: number): number {
  const unitAt =
    tokens[at]?.lower === 'more' || tokens[at]?.lower === 'consecutive' || tokens[at]?.lower === 'full' ? at + 1 : at;
  if (!joined(tokens, unitAt)) return at;
  const role = roleOf(tokens, unitAt);
  const isUnit = role === 'time-unit' || role === 'century' || tokens[unitAt]?.lower === 'second';
  if (!isUnit) return at;
  let end = unitAt + 1;
  const half = tokens[end]?.lower === 'and' && tokens[end + 1]?.lower === 'a' && tokens[end + 2]?.lower === 'half';
  if (half) return end + 3;
  const more = tokens[end]?.lower === 'and' ? end + 1 : end;
  const second = joined(tokens, end) ? cardinalAt(tokens, more) : undefined;
  if (second !== undefined && (second.strength === 'figure' || second.strength === 'word')) {
    if (joined(tokens, second.end) && roleOf(tokens, second.end) === 'time-unit') end = second.end + 1;
  }
  return end;
}

/** "about", "at least", "more than" before an amount belong to it: without them the amount says something else. */
function withQualifier(tokens: readonly WordToken[], first: number): number {
  if (first === 0 || tokens[first]?.gap !== ' ') return first;
  const before = tokens[first - 1];
  if (before === undefined) return first;
  if (quantityRoles.get(before.lower) === 'qualifier') return first - 1;
  const pair = `${tokens[first - 2]?.lower ?? ''} ${before.lower}`;
  return /^(?:at least|at most|more than|less than|fewer than|up to|no more than)$/.test(pair) && before.gap === ' '
    ? first - 2
    : first;
}

function textAfter(text: string, token: WordToken | undefined): string {
  return token === undefined ? '' : text.slice(token.end, token.end + 2);
}

/** Percentages, money, durations and plain numbers that begin at a token. */
export function amountAt(text: string, tokens: readonly WordToken[], at: number): TokenSpan<MentionKind> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.shape === 'figure') {
    if (figureWithMeasure.test(token.lower) && !figureWithScale.test(token.lower))
      return span('number', tokens, at, at + 1);
    if (figureWithTime.test(token.lower)) return span('duration', tokens, at, at + 1);
    if (ordinalFigure.test(token.lower)) return { kind: 'number', first: at, end: at + 1 };
  }
  const cardinal = cardinalAt(tokens, at);
  if (cardinal === undefined) return bareAmountAt(tokens, at);
  const end = endOfRange(tokens, cardinal);
  if (cardinal.strength !== 'article' && cardinal.strength !== 'vague') {
    const priced = measuredAt(text, tokens, at, end);
    if (priced !== undefined) return priced;
  }
  const timeEnd = endOfTimeUnit(tokens, end);
  if (timeEnd > end) return timeSpan(tokens, at, timeEnd, cardinal);
  return countAt(tokens, at, end, cardinal);
}

function measuredAt(
  text: string,
  tokens: readonly WordToken[],
  at: number,
  end: number,
): TokenSpan<MentionKind> | undefined {
  const previous = tokens[at - 1]?.word;
  const gapBefore = tokens[at]?.gap ?? '';
  const after = textAfter(text, tokens[end - 1]);
  if (after.startsWith('%') || after === ' %') return span('percent', tokens, at, end);
  const role = joined(tokens, end) ? roleOf(tokens, end) : undefined;
  const next = tokens[end]?.lower;
  if (role === 'percent') return span('percent', tokens, at, next === 'percentage' ? end + 2 : end + 1);
  if (next === 'per' && tokens[end + 1]?.lower === 'cent') return span('percent', tokens, at, end + 2);
  if (currencySign.test(gapBefore)) {
    const country = /^[$]/.test(gapBefore) && dollarCountries.test(previous ?? '');
    return { kind: 'money', first: country ? at - 1 : at, end };
  }
  if (previous === 'USD' || previous === 'EUR' || previous === 'GBP' || previous === 'Rs')
    return span('money', tokens, at - 1, end);
  if (role === 'currency' && next !== 'mark' && next !== 'won') return span('money', tokens, at, end + 1);
  const qualified = next === 'us' || tokens[end]?.shape === 'capitalised';
  if (qualified && roleOf(tokens, end + 1) === 'currency' && joined(tokens, end + 1))
    return span('money', tokens, at, end + 2);
  if (role === 'measure') return span('number', tokens, at, endOfMeasure(tokens, end + 1));
  return undefined;
}

function endOfMeasure(tokens: readonly WordToken[], from: number): number {
  let at = from;
  while (at < from + 3 && tokens[at]?.gap === ' ' && roleOf(tokens, at) === 'measure') at += 1;
  return at;
}

function timeSpan(
  tokens: readonly WordToken[],
  at: number,
  end: number,
  cardinal: Cardinal,
): TokenSpan<MentionKind> | undefined {
  const after = tokens[end]?.gap === ' ' ? tokens[end]?.lower : undefined;
  if (after === 'ago' || after === 'later' || after === 'earlier') return span('date', tokens, at, end + 1);
  if (cardinal.strength === 'article') {
    const first = withQualifier(tokens, at);
    const before = tokens[first - 1]?.lower ?? '';
    const compound = tokens[end - 1]?.gap === '-';
    const isLength = first < at || tokens[at]?.lower === 'half' || (beforeDuration.has(before) && !compound);
    return isLength ? { kind: 'duration', first, end } : undefined;
  }
  return span('duration', tokens, at, end);
}

/** A count of things; a lone "one", "a" or "few" says too little unless what follows shows a count. */
function countAt(
  tokens: readonly WordToken[],
  at: number,
  end: number,
  cardinal: Cardinal,
): TokenSpan<MentionKind> | undefined {
  if (cardinal.strength === 'article' || cardinal.strength === 'vague') return undefined;
  if (cardinal.strength === 'one') {
    const next = tokens[end];
    const isCount =
      next !== undefined &&
      tokens[at]?.possessive === false &&
      next.gap === ' ' &&
      !afterPronounOne.has(next.lower) &&
      next.shape === 'lower';
    const before = tokens[at - 1]?.lower ?? '';
    if (!isCount || beforePronounOne.has(before)) return undefined;
  }
  if (tokens[end]?.lower === 'old' && cardinal.strength === 'one') return undefined;
  return span('number', tokens, at, end);
}

/** "decades", "twice", "the third", "week-long", "a quarter of": amounts without a cardinal. */
function bareAmountAt(tokens: readonly WordToken[], at: number): TokenSpan<MentionKind> | undefined {
  const token = tokens[at];
  const role = roleOf(tokens, at);
  if (token === undefined || role === undefined) return undefined;
  const before = tokens[at - 1]?.lower ?? '';
  if (role === 'time-unit' || role === 'century') {
    if (tokens[at + 1]?.gap === '-' && tokens[at + 1]?.lower === 'long')
      return { kind: 'duration', first: at, end: at + 2 };
    const plural = token.lower.endsWith('s') && token.shape === 'lower' && token.gap === ' ';
    return plural && (beforeDuration.has(before) || before === 'of')
      ? { kind: 'duration', first: at, end: at + 1 }
      : undefined;
  }
  if (role === 'multiple') return { kind: 'number', first: at, end: at + 1 };
  if (role === 'fraction' && token.lower === 'half' && tokens[at + 1]?.lower === 'of')
    return span('number', tokens, at, at + 1);
  if (role === 'fraction' && token.lower.startsWith('quarter') && before === 'a')
    return { kind: 'number', first: at - 1, end: at + 1 };
  if (role !== 'ordinal' || token.shape !== 'lower') return undefined;
  if (token.lower === 'first' || token.lower === 'second') {
    return ordinalDeterminers.has(before) && tokens[at + 1]?.gap === ' '
      ? { kind: 'number', first: at, end: at + 1 }
      : undefined;
  }
  return { kind: 'number', first: at, end: at + 1 };
}

function span(kind: MentionKind, tokens: readonly WordToken[], first: number, end: number): TokenSpan<MentionKind> {
  return { kind, first: withQualifier(tokens, first), end };
}
