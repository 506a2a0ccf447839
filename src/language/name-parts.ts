import { gazetteerWord, type NameKind } from './known-names.js';
import { openingOrganisationHeads, organisationHeads, otherHeads } from './organisation-words.js';
import { givenNames, titleModifiers, titles } from './person-words.js';
import { placeHeads } from './place-names.js';
import type { WordToken } from './word-tokens.js';

const roman = /^(?:[IVX]{1,5})$/;

export function singularOf(word: string): string {
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Where a title ends that begins at a token: "Prime Minister", "Secretary of State", "Dr."; `first` when none does. */
export function endOfTitle(tokens: readonly WordToken[], first: number, end: number): number {
  let at = first;
  while (at < end) {
    const token = tokens[at];
    const tied = at === first || token?.gap === ' ' || token?.gap === '. ' || token?.gap === '-';
    if (token === undefined || !tied || !(titles.has(token.lower) || titles.has(singularOf(token.lower)))) break;
    at += 1;
    if (tokens[at]?.lower === 'of' && at + 1 < end) at += tokens[at + 1]?.lower === 'the' ? 3 : 2;
  }
  const last = tokens[at - 1];
  if (at === first || last === undefined) return first;
  return at - first === 1 && titleModifiers.has(last.lower) ? first : Math.min(at, end);
}

/** The token that says what the run is: the last before "of" or "for", or the last of all. */
export function headOf(tokens: readonly WordToken[], first: number, end: number): number {
  for (let at = first + 1; at < end - 1; at += 1) {
    const word = tokens[at]?.lower;
    if ((word === 'of' || word === 'for') && tokens[at]?.shape === 'lower') return at - 1;
  }
  // "World War II" is a war.
  return end - first > 2 && roman.test(tokens[end - 1]?.word ?? '') ? end - 2 : end - 1;
}

/** "Jessé de Forest" is no forest. */
function hasParticle(tokens: readonly WordToken[], first: number, end: number): boolean {
  for (let at = first + 1; at < end - 1; at += 1) {
    if (tokens[at]?.gap === ' ' && /^(?:de|von|van|bin|ibn)$/.test(tokens[at]?.lower ?? '')) return true;
  }
  return false;
}

export function kindFromHead(tokens: readonly WordToken[], first: number, end: number): NameKind | undefined {
  const headAt = headOf(tokens, first, end);
  const head = tokens[headAt];
  if (head === undefined || end - first < 2) return undefined;
  const word = gazetteerWord(head);
  const opening = tokens[first]?.lower ?? '';
  if (openingOrganisationHeads.has(opening)) return 'organisation';
  if (word === 'house' && headAt < end - 1) return 'organisation';
  if (organisationHeads.has(word) || organisationHeads.has(singularOf(word))) return 'organisation';
  if (placeHeads.has(word)) return hasParticle(tokens, first, end) ? undefined : 'place';
  if (otherHeads.has(word) || otherHeads.has(singularOf(word))) return 'other';
  if (headAt === end - 1 && /^(?:lake|mount|fort|cape|port|gulf|isle|mt|river|castle|camp)$/.test(opening))
    return 'place';
  for (let at = first + 1; at < end - 1; at += 1) {
    if (
      tokens[at]?.gap === '-' &&
      tokens[at]?.shape === 'lower' &&
      /^(?:sur|sous|en|upon|on|de|am|an)$/.test(tokens[at]?.lower ?? '')
    )
      return 'place';
  }
  return undefined;
}

/** The first title after the beginning of a run that somebody's name follows: "U.S. | Secretary of State John Kerry". */
export function titleInside(tokens: readonly WordToken[], first: number, end: number): number | undefined {
  for (let at = first + 1; at < end - 1; at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (titles.has(word) && endOfTitle(tokens, at, end) > at && !givenNames.has(word)) return at;
  }
  return undefined;
}
