import { amountAt, currencySign } from './amounts.js';
import { dateAt } from './date-mentions.js';
import type { Mention, MentionKind } from './mention.js';
import { quantityRoles } from './quantity-words.js';
import type { TokenSpan, WordToken } from './word-tokens.js';

/** Dates, durations, amounts of money, percentages and numbers, as spans of tokens in reading order. */
export function quantitySpans(text: string, tokens: readonly WordToken[]): readonly TokenSpan<MentionKind>[] {
  const found: TokenSpan<MentionKind>[] = [];
  let free = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const worth = token !== undefined && (token.shape === 'figure' || quantityRoles.has(token.lower));
    const hit = worth ? (dateAt(text, tokens, at) ?? amountAt(text, tokens, at)) : undefined;
    if (hit === undefined) {
      at += 1;
      continue;
    }
    found.push(hit.first < free ? { ...hit, first: Math.max(free, Math.min(at, hit.end - 1)) } : hit);
    free = hit.end;
    at = Math.max(hit.end, at + 1);
  }
  return found;
}

/** Offsets of a span; a currency sign before it and a percent sign after it are part of it. */
export function mentionOf(
  text: string,
  tokens: readonly WordToken[],
  { kind, first, end }: TokenSpan<MentionKind>,
): Mention | undefined {
  const opening = tokens[first];
  const closing = tokens[end - 1];
  if (opening === undefined || closing === undefined) return undefined;
  const sign = kind === 'money' && opening.shape === 'figure' ? currencySign.exec(opening.gap) : null;
  const percent = kind === 'percent' ? /^\s?%/.exec(text.slice(closing.end, closing.end + 2)) : null;
  return { kind, start: opening.start - (sign?.[0].length ?? 0), end: closing.end + (percent?.[0].length ?? 0) };
}
