import { functionWords, ordinaryWords } from './common-words.js';
import {
  gazetteerWord,
  isKnownName,
  isKnownPerson,
  isNationality,
  knownNameAt,
  type NameKind,
  type NameSpan,
} from './known-names.js';
import { followsTitle, kindFromContext, landedTitles, likeliestKind } from './name-context.js';
import { endOfTitle, headOf, kindFromHead, singularOf, titleInside } from './name-parts.js';
import { otherProperNames } from './nationality-words.js';
import { organisationHeads, otherHeads } from './organisation-words.js';
import { callings, givenNames, knownPeople, titles } from './person-words.js';
import { placeHeads, placeModifiers, placeNames } from './place-names.js';
import type { WordToken } from './word-tokens.js';

const roman = /^(?:[IVX]{1,5})$/;
/** "Battle of Poltava" happened at Poltava; an "Act of Union" did not. */
const locatedEvents =
  /^(?:battle|siege|treaty|edict|peace|council|massacre|fall|bombing|congress|synod|diet|conference)$/;
const collectives = new Set(
  'government army military forces troops authorities parliament regime administration opposition navy police'.split(
    ' ',
  ),
);

/** "Russians", "the Kurds", "the French": people; "Russian" alone is an adjective. */
function isPeople(tokens: readonly WordToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.lower.endsWith('s') && isNationality(token.lower.slice(0, -1))) return true;
  if (/^(?:inuit|iroquois|maya|sioux|apache|cherokee)$/.test(token.lower)) return true;
  if (tokens[at - 1]?.lower !== 'the' || !/(?:ese|sh|ch|ss)$/.test(token.lower)) return false;
  const after = tokens[at + 1];
  return (
    after === undefined ||
    (after.gap !== ' ' && after.gap !== '-') ||
    /^(?:were|are|had|have|and|in|would|did|could|to|who)$/.test(after.lower)
  );
}

function isPersonRun(tokens: readonly WordToken[], first: number, end: number): boolean {
  const token = tokens[first];
  const last = tokens[end - 1];
  if (token === undefined || last === undefined) return false;
  if (end - first === 1) return isKnownPerson(token.lower);
  if (givenNames.has(token.lower) || roman.test(last.word) || /^(?:jr|sr)\.?$/.test(last.lower)) return true;
  for (let at = first; at < end; at += 1) {
    const part = tokens[at];
    if (part === undefined) continue;
    if (/^(?:\p{Lu}|(?:\p{Lu}\.){2,})$/u.test(part.word)) return at < end - 1 && !isKnownName(part);
    if (at > first && /^(?:bin|ibn|von|van|de|di|da|del)$/.test(part.lower)) return true;
  }
  return knownPeople.has(last.lower);
}

function add(found: NameSpan[], kind: NameKind, first: number, end: number, sure = true): void {
  found.push({ kind, first, end, sure });
}

/** Sorts a run of capitals, or its parts, into kinds and appends them to `found`; runs are short, so it may call itself. */
export function classifyName(tokens: readonly WordToken[], first: number, end: number, found: NameSpan[]): void {
  const token = tokens[first];
  if (token === undefined || first >= end) return;
  if (token.opens && end > first + 1 && callings.has(token.lower) && !titles.has(token.lower)) {
    classifyName(tokens, first + 1, end, found);
    return;
  }
  const known = knownNameAt(tokens, first, end);
  if (known !== undefined && known.end === end && !(end - first === 1 && followsTitle(tokens, first))) {
    found.push(known);
    return;
  }
  const head = kindFromHead(tokens, first, end);
  const headless = head === undefined || head === 'other';
  const titleEnd = endOfTitle(tokens, first, end);
  if (titleEnd > first && (titleEnd === end || headless)) {
    if (titleEnd < end) add(found, kindFromHead(tokens, titleEnd, end) ?? 'person', titleEnd, end);
    else classifyTitleTail(tokens, first, end, found);
    return;
  }
  const inner = headless ? titleInside(tokens, first, end) : undefined;
  if (inner !== undefined) {
    classifyName(tokens, first, inner, found);
    classifyName(tokens, inner, end, found);
  } else if (head !== undefined) classifyHeaded(tokens, first, end, head, found);
  else if (isNationality(token.lower)) classifyNationality(tokens, first, end, found);
  else classifyPlain(tokens, first, end, known, found);
}

/** An office in capitals is somebody ("the Queen", "a First Minister"); "Duke of Normandy" names a place besides. */
function classifyTitleTail(tokens: readonly WordToken[], first: number, end: number, found: NameSpan[]): void {
  for (let at = first + 2; at < end; at += 1) {
    if (tokens[at]?.shape === 'lower' || tokens[at - 1]?.lower !== 'of') continue;
    const known = knownNameAt(tokens, at, end);
    if (known !== undefined) found.push(known);
    else if (landedTitles.has(tokens[at - 2]?.lower ?? '')) add(found, 'place', at, end);
    return;
  }
  const before = tokens[first - 1]?.lower ?? '';
  const office = /^(?:the|a|by|its|their|his|her|as|new|former|current)$/.test(before) || isNationality(before);
  if (office && tokens[end]?.gap !== '-') add(found, 'person', first, end);
}

/** A run whose head tells its kind; "Battle of Hastings" is an event, and Hastings a place all the same. */
function classifyHeaded(
  tokens: readonly WordToken[],
  first: number,
  end: number,
  head: NameKind,
  found: NameSpan[],
): void {
  if (head !== 'other') {
    add(found, head, first, end);
    return;
  }
  const headAt = headOf(tokens, first, end);
  add(found, 'other', first, headAt + 1);
  const tail = tokens[headAt + 2]?.lower === 'the' ? headAt + 3 : headAt + 2;
  if (tail >= end) return;
  const known = knownNameAt(tokens, tail, end);
  if (known !== undefined) found.push(known);
  else if (locatedEvents.test(tokens[headAt]?.lower ?? '')) add(found, 'place', tail, end);
}

/** "Russian | Foreign Minister", "Turkish forces", "the Kurds". */
function classifyNationality(tokens: readonly WordToken[], first: number, end: number, found: NameSpan[]): void {
  const next = tokens[first + 1];
  if (isPeople(tokens, first)) add(found, 'person', first, first + 1);
  else if (first + 1 === end && next?.gap === ' ' && collectives.has(next.lower))
    add(found, 'organisation', first, end + 1);
  classifyName(tokens, next?.lower === 'of' ? first + 2 : first + 1, end, found);
}

/** Single words that are capitalised and name nobody, no place and no organisation. Returns true when it was one. */
function classifySingle(tokens: readonly WordToken[], at: number, found: NameSpan[]): boolean {
  const token = tokens[at];
  if (token === undefined || token.word.length === 1 || titles.has(token.lower)) return true;
  if (titles.has(singularOf(token.lower)) && token.lower !== 'marshals') return true;
  if (otherProperNames.has(gazetteerWord(token))) {
    add(found, 'other', at, at + 1);
    return true;
  }
  if (placeModifiers.has(token.lower) || functionWords.has(token.lower)) {
    const direction =
      /^(?:west|east|north|south)$/.test(token.lower) && tokens[at - 1]?.lower === 'the' && !token.opens;
    if (direction && tokens[at + 1]?.gap !== '-') add(found, 'place', at, at + 1);
    return true;
  }
  if (organisationHeads.has(token.lower) || placeHeads.has(token.lower) || otherHeads.has(token.lower)) return true;
  if (ordinaryWords.has(token.lower) && token.opens) return true;
  const next = tokens[at + 1];
  const adjective =
    /(?:ian|ese|ish|esque|ic|ite)$/.test(token.lower) && !isKnownPerson(token.lower) && !token.possessive;
  return (
    adjective && next !== undefined && next.gap === ' ' && next.shape === 'lower' && !functionWords.has(next.lower)
  );
}

function classifyPlain(
  tokens: readonly WordToken[],
  first: number,
  end: number,
  known: NameSpan | undefined,
  found: NameSpan[],
): void {
  const token = tokens[first];
  if (token === undefined) return;
  const single = end - first === 1;
  if (single && !isKnownPerson(token.lower) && !placeNames.has(token.lower) && classifySingle(tokens, first, found))
    return;
  if (placeModifiers.has(token.lower) && !single) {
    const rest = knownNameAt(tokens, first + 1, end);
    if (rest?.kind === 'place' && rest.end === end) {
      add(found, 'place', first, end);
      return;
    }
  }
  if (
    !single &&
    isNationality(tokens[end - 1]?.lower ?? '') &&
    (token.lower === 'native' || placeModifiers.has(token.lower))
  ) {
    if (tokens[end - 1]?.lower.endsWith('s')) add(found, 'person', first, end);
  } else if (isPersonRun(tokens, first, end)) add(found, 'person', first, end);
  else if (known !== undefined && known.end < end) classifyAfterKnown(tokens, known, end, found);
  else {
    const kind = single && token.shape === 'acronym' ? undefined : kindFromContext(tokens, first, end);
    add(found, kind ?? likeliestKind(tokens, first, end), first, end, kind !== undefined);
  }
}

/** "Russia Direct" is one name that begins with a place; "Syrian-Turkish" and "Moscow-Washington" are two. */
function classifyAfterKnown(tokens: readonly WordToken[], known: NameSpan, end: number, found: NameSpan[]): void {
  const next = tokens[known.end];
  const separate = next?.gap !== ' ' || known.kind !== 'place' || isNationality(next.lower) || isKnownName(next);
  if (separate) {
    found.push(known);
    classifyName(tokens, known.end, end, found);
  } else add(found, 'organisation', known.first, end);
}
