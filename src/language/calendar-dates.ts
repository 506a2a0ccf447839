import { quantityRoles } from './quantity-words.js';
import type { TokenSpan, WordToken } from './word-tokens.js';

const dayFigure = /^(?:[1-9]|[12]\d|3[01]|0[1-9])(?:st|nd|rd|th)?$/;
export const yearFigure = /^(?:1[0-9]{3}|20[0-9]{2}|2100)$/;
export const rangeDash = /^ ?[-–—/] ?$/;
export const eraName = /^(?:ad|bc|bce|ce|a\.d\.?|b\.c\.?|b\.c\.e\.?|c\.e\.?)$/;
/** Before "May", "March" and a lone season: with one of these it is a time of the year. */
const beforeMonth = new Set(
  'in since until till by during before after early late mid last next this from through to between of each every the and on'.split(
    ' ',
  ),
);

export const roleAt = (tokens: readonly WordToken[], at: number) => {
  const token = tokens[at];
  return token === undefined ? undefined : quantityRoles.get(token.lower);
};

export const gapAt = (tokens: readonly WordToken[], at: number): string => tokens[at]?.gap ?? '';
export const spaced = (gap: string): boolean => gap === ' ' || gap === '-' || gap === '\u00a0';

function isYear(token: WordToken | undefined): boolean {
  return token !== undefined && token.shape === 'figure' && yearFigure.test(token.lower);
}

export function isDay(token: WordToken | undefined): boolean {
  return token !== undefined && token.shape === 'figure' && dayFigure.test(token.lower);
}

/** "early", "late" and "mid" belong to the date they stand before. */
export function withEarly(tokens: readonly WordToken[], first: number): number {
  return first > 0 && spaced(gapAt(tokens, first)) && roleAt(tokens, first - 1) === 'early' ? first - 1 : first;
}

/** After a date: "BC", "AD", and the rest of a range: "1568–1609", "2003/04", "1939 to 1945". */
export function endOfYear(tokens: readonly WordToken[], end: number): number {
  let at = end;
  const era = tokens[at];
  if (era !== undefined && era.gap === ' ' && eraName.test(era.lower) && era.shape !== 'lower') at += 1;
  const next = tokens[at];
  if (next === undefined) return at;
  if (rangeDash.test(next.gap) && next.shape === 'figure' && (isYear(next) || /^\d{2}$/.test(next.lower)))
    return at + 1;
  return at;
}

/** Comma, "of" or space and a year after a month, a day or a season. */
export function endWithYear(tokens: readonly WordToken[], end: number): number {
  const gap = gapAt(tokens, end);
  if (isYear(tokens[end]) && /^(?:,? |\. |-|,)$/.test(gap)) return endOfYear(tokens, end + 1);
  if (tokens[end]?.lower === 'of' && isYear(tokens[end + 1])) return endOfYear(tokens, end + 2);
  return end;
}

export function isMonth(tokens: readonly WordToken[], at: number): boolean {
  const token = tokens[at];
  const role = roleAt(tokens, at);
  if (token === undefined || (role !== 'month' && role !== 'month-short')) return false;
  const next = tokens[at + 1];
  const nearFigure = next?.shape === 'figure' && /^(?: |\. |-|, )$/.test(next.gap) && (isDay(next) || isYear(next));
  const afterDay = isDay(tokens[at - 1]) && spaced(token.gap);
  if (nearFigure || afterDay) return true;
  if (token.shape === 'lower')
    return role === 'month' && token.lower !== 'may' && token.lower !== 'march' && token.lower !== 'august';
  if (role === 'month-short')
    return gapAt(tokens, at + 1).startsWith('.') && !token.opens && token.lower !== 'mar' && token.lower !== 'jan';
  if (/^(?:may|march|april|june|august)$/.test(token.lower))
    return beforeMonth.has(tokens[at - 1]?.lower ?? '') && token.gap === ' ';
  return true;
}

/** From a month: its day, a range of days, its year, a second month. `first` may lie before it. */
export function monthAt(tokens: readonly WordToken[], at: number, first: number): TokenSpan<'date'> {
  let end = at + 1;
  if (isDay(tokens[end]) && /^(?: |\. |-)$/.test(gapAt(tokens, end)) && !gapAt(tokens, end + 1).startsWith(':')) {
    end += 1;
    if (rangeDash.test(gapAt(tokens, end)) && isDay(tokens[end])) end += 1;
  }
  const withYear = endWithYear(tokens, end);
  if (withYear === end) {
    const next = tokens[end];
    const joins =
      next !== undefined && (rangeDash.test(next.gap) ? end : /^(?:to|and|or)$/.test(next.lower) ? end + 1 : undefined);
    if (typeof joins === 'number' && isMonth(tokens, joins)) return { ...monthAt(tokens, joins, first), first };
  }
  return { kind: 'date', first: withEarly(tokens, first), end: withYear };
}
