import { type QuantityRole, quantityRoles } from './quantity-words.js';
import type { WordToken } from './word-tokens.js';

/** How a cardinal reads: where it ends, and whether it is nothing but a vague word, an article or a lone "one". */
export interface Cardinal {
  readonly end: number;
  readonly strength: 'figure' | 'word' | 'one' | 'vague' | 'article' | 'plural';
}
const figureOnly = /^[\p{Nd}.,]+$/u;
export const figureWithScale = /^[\p{Nd}.,]+(?:k|m|mn|bn|b|tn)$/u;
const rangeDash = /^ ?[-–—] ?$/;

/** The role of the word at a token, if it has one in dates and amounts. */
export function roleOf(tokens: readonly WordToken[], index: number): QuantityRole | undefined {
  const token = tokens[index];
  return token === undefined ? undefined : quantityRoles.get(token.lower);
}

/** True when only a space or a hyphen stands before a token. */
export function joined(tokens: readonly WordToken[], index: number): boolean {
  const gap = tokens[index]?.gap;
  return gap === ' ' || gap === '-' || gap === '\u00a0' || gap === '‑';
}

function isFigure(token: WordToken | undefined): boolean {
  return (
    token !== undefined &&
    token.shape === 'figure' &&
    (figureOnly.test(token.lower) || figureWithScale.test(token.lower))
  );
}

/** "hundred", "thousand" … after a cardinal, with what belongs to them: "three hundred and five". */
function endOfScale(tokens: readonly WordToken[], from: number): number {
  let at = from;
  for (;;) {
    const role = joined(tokens, at) ? roleOf(tokens, at) : undefined;
    if (role === 'magnitude' || role === 'cardinal') at += 1;
    else if (role === 'one' && roleOf(tokens, at - 1) === 'cardinal') at += 1;
    else if (
      tokens[at]?.lower === 'and' &&
      roleOf(tokens, at - 1) === 'magnitude' &&
      roleOf(tokens, at + 1) === 'cardinal'
    )
      at += 2;
    else return at;
  }
}

export function cardinalAt(tokens: readonly WordToken[], at: number): Cardinal | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.shape === 'figure') {
    if (!isFigure(token)) return undefined;
    return { end: endOfFigureScale(tokens, at + 1), strength: 'figure' };
  }
  const role = quantityRoles.get(token.lower);
  const nextRole = joined(tokens, at + 1) ? roleOf(tokens, at + 1) : undefined;
  if (role === 'cardinal') return { end: endOfScale(tokens, at + 1), strength: 'word' };
  if (role === 'one')
    return nextRole === 'magnitude'
      ? { end: endOfScale(tokens, at + 1), strength: 'word' }
      : { end: at + 1, strength: 'one' };
  if (role === 'article' || role === 'vague') {
    if (nextRole === 'magnitude') return { end: endOfScale(tokens, at + 2), strength: 'word' };
    if (token.lower === 'a' && (tokens[at + 1]?.lower === 'few' || tokens[at + 1]?.lower === 'couple')) {
      return { end: tokens[at + 2]?.lower === 'of' ? at + 3 : at + 2, strength: 'vague' };
    }
    return { end: at + 1, strength: role };
  }
  if (role === 'magnitude' && token.lower.endsWith('s')) {
    const continues = tokens[at + 1]?.lower === 'of' && roleOf(tokens, at + 2) === 'magnitude';
    return { end: continues ? at + 3 : at + 1, strength: 'plural' };
  }
  if (role === 'fraction' && token.lower === 'half' && nextRole === 'article') {
    const scaled = roleOf(tokens, at + 2) === 'magnitude';
    return { end: scaled ? at + 3 : at + 2, strength: scaled ? 'word' : 'article' };
  }
  return undefined;
}

function endOfFigureScale(tokens: readonly WordToken[], from: number): number {
  let at = from;
  while (joined(tokens, at) && roleOf(tokens, at) === 'magnitude') at += 1;
  return at;
}

/** "200–300", "16,000 to 35,000", "three or four", "two-and-a-half", "two-thirds". */
export function endOfRange(tokens: readonly WordToken[], cardinal: Cardinal): number {
  const { end } = cardinal;
  const next = tokens[end];
  if (next === undefined) return end;
  if (roleOf(tokens, end) === 'fraction' && joined(tokens, end)) return end + 1;
  if (next.lower === 'and' && tokens[end + 1]?.lower === 'a' && roleOf(tokens, end + 2) === 'fraction') return end + 3;
  if (rangeDash.test(next.gap)) {
    const upper = cardinalAt(tokens, end);
    if (upper !== undefined && (upper.strength === 'figure' || upper.strength === 'word')) return upper.end;
  }
  if ((next.lower === 'to' || next.lower === 'or' || next.lower === 'and') && joined(tokens, end)) {
    const upper = joined(tokens, end + 1) ? cardinalAt(tokens, end + 1) : undefined;
    const between = next.lower !== 'and' || tokens[end - 2]?.lower === 'between';
    if (between && (upper?.strength === 'figure' || upper?.strength === 'word')) return upper.end;
  }
  return end;
}
