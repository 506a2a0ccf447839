import { functionWords } from './common-words.js';
import { isKnownName, isKnownPlace, isNationality } from './known-names.js';
import { organisationHeads, otherHeads } from './organisation-words.js';
import { givenNames, knownPeople, nameParticles, openingParticles, titles } from './person-words.js';
import { placeHeads } from './place-names.js';
import type { WordToken } from './word-tokens.js';

/** Heads after which "and" goes on with the name: "Ministry of Trade and Industry". */
const listingHeads =
  /^(?:ministry|department|palace|institute|office|bureau|committee|organi[sz]ation|academy|school|faculty|museum|council|center|centre|agency|commission)$/;
const roman = /^(?:[IVX]{1,5})$/;

function isCapital(token: WordToken | undefined): boolean {
  return token !== undefined && (token.shape === 'capitalised' || token.shape === 'acronym');
}

/** A word that a capital makes part of a name here. */
export function startsName(tokens: readonly WordToken[], taken: Uint8Array, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || taken[at] === 1) return false;
  if (token.shape === 'mixed') return token.word.length > 2 && !token.opens;
  if (!isCapital(token)) return taken[at + 1] !== 1 && opensWithParticle(tokens, at);
  return !functionWords.has(token.lower) || (token.shape === 'acronym' && isKnownName(token));
}

/** "al-Qaeda", "bin Laden", "van Gogh" begin in lower case. */
function opensWithParticle(tokens: readonly WordToken[], at: number): boolean {
  const next = tokens[at + 1];
  if (!openingParticles.has(tokens[at]?.lower ?? '') || next === undefined || !isCapital(next)) return false;
  return next.gap === '-' || (next.gap === ' ' && tokens[at]?.shape === 'lower');
}

function gapJoins(tokens: readonly WordToken[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined) return false;
  const { gap } = token;
  if (before.possessive) {
    // "King's College" is one name, "Russia's President" two.
    const owner = isKnownPlace(before) || knownPeople.has(before.lower) || isNationality(before.lower);
    return (
      gap === ' ' && !owner && (organisationHeads.has(token.lower) || placeHeads.has(token.lower)) && isCapital(token)
    );
  }
  if (gap === ' ' || gap === '-' || gap === '\u00a0' || gap === ' & ' || gap === '' || gap === '–') return true;
  return gap === '. ' && !token.opens;
}

/** The end of the run of capitals that begins at a token, small words between them included. */
export function endOfRun(tokens: readonly WordToken[], taken: Uint8Array, first: number): number {
  let end = tokens[first]?.shape === 'lower' ? first + 2 : first + 1;
  // No name is longer; a limit keeps a page of capitals from being read again at each of its words.
  const limit = first + 14;
  for (;;) {
    const token = tokens[end];
    if (token === undefined || end >= limit || taken[end] === 1 || !gapJoins(tokens, end)) return end;
    if (isCapital(token) || (token.shape === 'mixed' && token.gap === ' ')) {
      // "However Kerry" has no comma, and "Assad The" is a lost full stop.
      if (
        functionWords.has(token.lower) &&
        token.shape !== 'acronym' &&
        token.lower !== 'us' &&
        !nameParticles.has(token.lower)
      )
        return end;
      end += 1;
      continue;
    }
    const next = endOfHyphenated(tokens, taken, end) ?? endOfConnector(tokens, taken, first, end);
    if (next === undefined) return end;
    end = next;
  }
}

/** "Stratford-upon-Avon", "Saint-Clair-sur-Epte". */
function endOfHyphenated(tokens: readonly WordToken[], taken: Uint8Array, at: number): number | undefined {
  const next = tokens[at + 1];
  return tokens[at]?.gap === '-' && next?.gap === '-' && isCapital(next) && taken[at] !== 1 && taken[at + 1] !== 1
    ? at + 2
    : undefined;
}

/** Past a small word inside a name and the capital after it, when the name goes on: "of", "the", "and", "de", "bin". */
function endOfConnector(
  tokens: readonly WordToken[],
  taken: Uint8Array,
  first: number,
  at: number,
): number | undefined {
  const word = tokens[at]?.lower ?? '';
  const capital = (index: number) =>
    isCapital(tokens[index]) && taken[index] !== 1 && gapJoins(tokens, index) && gapJoins(tokens, at);
  const before = tokens[at - 1];
  if (before === undefined || before.possessive) return undefined;
  if (nameParticles.has(word) && !/^(?:a|as|an|at|do|van|la|le)$/.test(word) && capital(at + 1)) return at + 2;
  if (/^(?:la|le|van|do)$/.test(word) && tokens[at - 1]?.shape === 'capitalised' && capital(at + 1)) return at + 2;
  if (
    /^(?:de|van|von)$/.test(word) &&
    /^(?:la|las|los|der|den|het|zu)$/.test(tokens[at + 1]?.lower ?? '') &&
    capital(at + 2)
  )
    return at + 3;
  if (word === 'of' || word === 'for') {
    const article = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
    if (!capital(article)) return undefined;
    return ofContinues(before, word) ? article + 1 : undefined;
  }
  if (word === 'the' && capital(at + 1) && at - first <= 2) {
    const plain = at - 1 === first || roman.test(before.word);
    const epithet = tokens[at + 1];
    return plain &&
      epithet !== undefined &&
      !isKnownPlace(before) &&
      !isKnownName(epithet) &&
      epithet.shape === 'capitalised'
      ? at + 2
      : undefined;
  }
  if (
    word === 'and' &&
    capital(at + 1) &&
    listingHeads.test(tokens[first]?.lower ?? '') &&
    !isKnownName(tokens[at + 1])
  )
    return at + 2;
  if (word === 'and' && capital(at + 1) && runHasListingHead(tokens, first, at))
    return isKnownName(tokens[at + 1]) ? undefined : at + 2;
  return undefined;
}

function runHasListingHead(tokens: readonly WordToken[], first: number, at: number): boolean {
  let of = false;
  for (let index = Math.max(first, at - 8); index < at; index += 1) {
    const lower = tokens[index]?.lower ?? '';
    if (lower === 'of' && listingHeads.test(tokens[index - 1]?.lower ?? '')) of = true;
  }
  return of;
}

function ofContinues(before: WordToken, word: string): boolean {
  if (organisationHeads.has(before.lower)) return true;
  if (word === 'for') return false;
  if (otherHeads.has(before.lower)) return true;
  return (
    placeHeads.has(before.lower) || titles.has(before.lower) || givenNames.has(before.lower) || roman.test(before.word)
  );
}
