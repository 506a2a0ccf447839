import { ordinaryEnding, ordinaryWords } from './common-words.js';
import { isKnownName, isNationality, knownNameSpans, type NameSpan } from './known-names.js';
import { classifyName } from './name-kinds.js';
import { endOfRun, startsName } from './name-runs.js';
import { organisationHeads } from './organisation-words.js';
import { givenNames, personVerbs, titles } from './person-words.js';
import { placeHeads } from './place-names.js';
import type { WordToken } from './word-tokens.js';

/** True for a capital that only the beginning of a sentence put there. */
function isOrdinaryOpening(tokens: readonly WordToken[], first: number, end: number): boolean {
  const token = tokens[first];
  if (token === undefined || !token.opens || token.shape === 'acronym') return false;
  if (isKnownName(token) || isNationality(token.lower)) return false;
  const { lower } = token;
  if (ordinaryWords.has(lower)) return !(end > first + 1 && keepsOrdinaryWord(tokens, first, end));
  const singular = lower.endsWith('s') && !/(?:us|is|ss|as|os)$/.test(lower);
  if (ordinaryWords.has(lower.replace(/(?:es|s|ed|ing)$/, ''))) return true;
  if (end > first + 1) return ordinaryEnding.test(lower) && !organisationHeads.has(tokens[end - 1]?.lower ?? '');
  if (singular || ordinaryEnding.test(lower)) return !token.possessive || ordinaryEnding.test(lower);
  const following = tokens[end]?.lower ?? '';
  const follower = /^(?:also|later|then|never|himself|herself|often|first|once|even)$/.test(following)
    ? (tokens[end + 1]?.lower ?? '')
    : following;
  return (
    !token.possessive &&
    !personVerbs.has(follower) &&
    follower !== 'was' &&
    follower !== 'and' &&
    lower.length > 3 &&
    !givenNames.has(lower)
  );
}

/** "Supreme Court", "King Charles", "Lake Chad": an ordinary word that is part of the name it opens. */
function keepsOrdinaryWord(tokens: readonly WordToken[], first: number, end: number): boolean {
  const lower = tokens[first]?.lower ?? '';
  if (titles.has(lower) || placeHeads.has(lower) || organisationHeads.has(lower)) return true;
  const last = tokens[end - 1]?.lower ?? '';
  return organisationHeads.has(last) || placeHeads.has(last);
}

/** A text in capitals throughout tells nothing by its capitals. */
function isShouted(tokens: readonly WordToken[]): boolean {
  let acronyms = 0;
  let words = 0;
  for (const { shape, word } of tokens) {
    if (shape === 'figure' || word.length < 2) continue;
    words += 1;
    if (shape === 'acronym') acronyms += 1;
  }
  return words >= 3 && acronyms > words * 0.6;
}

/**
 * Proper names as spans of tokens, in reading order; `other` are names of events, laws, works and the like. Tokens marked
 * in `taken` (one byte a token) belong to dates and amounts and are left alone.
 */
export function nameSpans(tokens: readonly WordToken[], taken: Uint8Array): readonly NameSpan[] {
  if (isShouted(tokens)) return knownNameSpans(tokens, taken);
  const found: NameSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (!startsName(tokens, taken, at)) {
      at += 1;
      continue;
    }
    const end = endOfRun(tokens, taken, at);
    const first = isOrdinaryOpening(tokens, at, end) ? at + 1 : at;
    if (first < end) classifyName(tokens, first, end, found);
    at = end;
  }
  return withKindsFromElsewhere(tokens, found);
}

/**
 * A name of doubtful kind takes the kind that it has elsewhere in the text ("Sergei Lavrov … Lavrov"), or that of the name
 * it is listed with ("Denmark, Iceland and Neustria").
 */
function withKindsFromElsewhere(tokens: readonly WordToken[], found: readonly NameSpan[]): readonly NameSpan[] {
  if (found.every(({ sure }) => sure)) return found;
  const kinds = new Map<string, NameSpan['kind']>();
  for (const { kind, first, end, sure } of found) {
    if (!sure || kind === 'other') continue;
    if (end - first === 1 || kind === 'person') kinds.set(tokens[end - 1]?.lower ?? '', kind);
  }
  return found.map((span, index) => {
    if (span.sure) return span;
    const elsewhere = span.end - span.first === 1 ? kinds.get(tokens[span.first]?.lower ?? '') : undefined;
    const kind = elsewhere ?? listedWith(tokens, found[index - 1], span) ?? listedWith(tokens, span, found[index + 1]);
    return kind === undefined ? span : { ...span, kind };
  });
}

/** The kind of the sure one of two names that a comma, a slash, "and" or "or" puts side by side. */
function listedWith(
  tokens: readonly WordToken[],
  one: NameSpan | undefined,
  other: NameSpan | undefined,
): NameSpan['kind'] | undefined {
  if (one === undefined || other === undefined || one.sure === other.sure) return undefined;
  const sure = one.sure ? one : other;
  if (sure.kind === 'other' || tokens[one.end - 1]?.possessive) return undefined;
  const gap = tokens[one.end]?.gap;
  const adjacent = one.end === other.first && (gap === ', ' || gap === '/');
  const between = tokens[one.end]?.lower;
  const conjoined =
    one.end + 1 === other.first && (between === 'and' || between === 'or') && tokens[other.first]?.gap === ' ';
  return adjacent || conjoined ? sure.kind : undefined;
}
