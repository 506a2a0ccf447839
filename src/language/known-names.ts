import { ordinaryWords } from './common-words.js';
import { nationalityWords } from './nationality-words.js';
import { longestOrganisationName, organisationNames } from './organisation-words.js';
import { givenNames, knownPeople } from './person-words.js';
import { longestPlaceName, placeNames } from './place-names.js';
import type { TokenSpan, WordToken } from './word-tokens.js';

export type NameKind = 'person' | 'place' | 'organisation' | 'other';

/** `sure` when the words or their neighbours tell the kind; otherwise it is only the likeliest. */
export interface NameSpan extends TokenSpan<NameKind> {
  readonly sure: boolean;
}

/** Organisations whose name is a word or a given name too: their capital must be one that the sentence did not demand. */
const wordsToo = new Set(
  `who eta ss shell apple guardian abc ap uber intel amazon economist solidarity labour congress parliament senate ira un eu
  esa mit it times conservatives tories whigs`.split(/\s+/),
);

/** The word as the gazetteers spell it: lower case, without a final dot. */
export function gazetteerWord(token: WordToken): string {
  const { lower } = token;
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

/** "us" is a country only in capitals. */
function isPronoun(token: WordToken): boolean {
  return token.lower === 'us' && token.shape !== 'acronym';
}

function isOrganisationWord(token: WordToken): boolean {
  if (!wordsToo.has(token.lower)) return true;
  return token.shape === 'acronym' || (token.shape === 'capitalised' && !token.opens);
}

/** True when a gazetteer knows the word alone. */
export function isKnownPlace(token: WordToken | undefined): boolean {
  return token !== undefined && !isPronoun(token) && placeNames.has(gazetteerWord(token));
}

/** True when a gazetteer knows the word alone, as a place, an organisation or a person. */
export function isKnownName(token: WordToken | undefined): boolean {
  if (token === undefined || isPronoun(token)) return false;
  const word = gazetteerWord(token);
  if (placeNames.has(word) || isKnownPerson(word)) return true;
  return organisationNames.has(word) && isOrganisationWord(token);
}

/** A given name or a person known by this one name; `word` in lower case. */
export function isKnownPerson(word: string): boolean {
  return knownPeople.has(word) || (givenNames.has(word) && word.length > 2);
}

export function isNationality(word: string): boolean {
  return nationalityWords.has(word) || (word.endsWith('s') && nationalityWords.has(word.slice(0, -1)));
}

/** The longest entry of the gazetteers of places and organisations that begins at a token and ends before `end`. */
export function knownNameAt(tokens: readonly WordToken[], first: number, end: number): NameSpan | undefined {
  let joined = '';
  let best: NameSpan | undefined;
  const limit = Math.min(end, first + Math.max(longestPlaceName, longestOrganisationName));
  for (let at = first; at < limit; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (at > first && token.gap !== ' ' && token.gap !== '-' && token.gap !== '. ' && token.gap !== "'s ") break;
    if (at === first && isPronoun(token)) break;
    const word = gazetteerWord(token);
    joined = at === first ? word : `${joined}${token.gap === '. ' ? '. ' : ' '}${word}`;
    if (placeNames.has(joined)) best = { kind: 'place', first, end: at + 1, sure: true };
    else if (organisationNames.has(joined) && (at > first || isOrganisationWord(token))) {
      best = { kind: 'organisation', first, end: at + 1, sure: true };
    }
    if (token.possessive && tokens[at + 1]?.lower !== 'republic') break;
  }
  return best;
}

/** Names that the gazetteers know in a text whose capitals tell nothing. Tokens marked in `taken` are left alone. */
export function knownNameSpans(tokens: readonly WordToken[], taken: Uint8Array): readonly NameSpan[] {
  const found: NameSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const free = token !== undefined && taken[at] !== 1;
    const known = free ? (knownNameAt(tokens, at, tokens.length) ?? knownPersonAt(tokens, at)) : undefined;
    if (known !== undefined) found.push(known);
    at = known?.end ?? at + 1;
  }
  return found;
}

/** "kerry", "john kerry": a given name takes the word after it along when that is nobody's ordinary word. */
function knownPersonAt(tokens: readonly WordToken[], at: number): NameSpan | undefined {
  const word = tokens[at]?.lower ?? '';
  if (!isKnownPerson(word) || ordinaryWords.has(word) || word.length < 4 || ambiguousInLowerCase.has(word))
    return undefined;
  const next = tokens[at + 1];
  const goesOn = givenNames.has(word) && next !== undefined && next.gap === ' ' && knownPeople.has(next.lower);
  return { kind: 'person', first: at, end: goesOn ? at + 2 : at + 1, sure: true };
}

const ambiguousInLowerCase = new Set(
  `will mark bill drew grace hope faith grant chase earl dean gene art dale rose lily sue pat rob max jay ray roy ian may bush homer
  hume locke handel galen planck mary miles guy miss jean jack frank grand victor virginia august daisy basil recep bach austin
  ross warren clement walter robin`.split(/\s+/),
);
