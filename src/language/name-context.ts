import { ordinaryWords } from './common-words.js';
import { isKnownPlace, type NameKind } from './known-names.js';
import { callings, personVerbs, titleModifiers, titles } from './person-words.js';
import { placeEnding } from './place-names.js';
import type { WordToken } from './word-tokens.js';

const placeBefore = new Set(
  'in near at across throughout around along inside outside toward towards via onto'.split(' '),
);
const placeNouns = new Set(
  `city cities town towns village villages province provinces region regions district districts state states county capital
  port island islands kingdom republic country countries suburb suburbs area river rivers lake lakes duchy territory
  fortress castle colony mountain mountains valley peninsula municipality north south east west siege capture fall`.split(
    /\s+/,
  ),
);
/** The ranks that are held over a land: "earl of Hereford", "bishop of Ely". */
export const landedTitles: ReadonlySet<string> = new Set(
  `archbishop archduke baron bishop count countess czar duchess duke earl emir emperor empress governor king lady lord mayor
  margrave prince princess queen sheriff sultan tsar viscount patriarch doge`.split(/\s+/),
);
const dynasties = new Set([
  'dynasty',
  'family',
  'clan',
  'tribe',
  'empire',
  'company',
  'group',
  'party',
  'corporation',
  'newspaper',
]);
const movement = new Set(
  `went came moved traveled travelled returned fled sent back way sailed marched go come move return flew route road close
  emigrated immigrated transferred south north east west exile exiled brought extended access migrated journey trip visit
  expelled withdrew retreated ranging canal headquarters capital led attack attacks assault raid march advance`.split(
    /\s+/,
  ),
);
/** Before "to" and somebody: what is given, said or like. */
const towardsPeople = new Set(
  `according gave given gives thanks married loyal similar letter sold wrote said told opposed due attributed spoke reply
  responded sister brother wife heir successor belonged proposed offered dedicated compared submitted granted awarded
  ascribed power`.split(/\s+/),
);

/** Somebody's rank before a name, in either case: "Queen Victoria", "president Washington". */
export function followsTitle(tokens: readonly WordToken[], first: number): boolean {
  const before = tokens[first - 1];
  if (before === undefined || (tokens[first]?.gap !== ' ' && tokens[first]?.gap !== '. ')) return false;
  return titles.has(before.lower) && !titleModifiers.has(before.lower) && before.lower !== 'leader';
}

/** What the neighbours of an unknown name tell of its kind. */
export function kindFromContext(tokens: readonly WordToken[], first: number, end: number): NameKind | undefined {
  const before = tokens[first]?.gap === ' ' ? tokens[first - 1] : undefined;
  return (
    kindFromBefore(tokens, first, before) ??
    kindFromAfter(tokens, first, end, before) ??
    kindFromPreposition(tokens, first, end, before)
  );
}

function kindFromBefore(
  tokens: readonly WordToken[],
  first: number,
  before: WordToken | undefined,
): NameKind | undefined {
  if (before === undefined || before.shape !== 'lower') return undefined;
  if (callings.has(before.lower) || followsTitle(tokens, first)) return 'person';
  if (placeNouns.has(before.lower)) return 'place';
  const beforeThat = tokens[first - 2]?.lower ?? '';
  if (before.lower === 'of' && (placeNouns.has(beforeThat) || landedTitles.has(beforeThat))) return 'place';
  return undefined;
}

function kindFromAfter(
  tokens: readonly WordToken[],
  first: number,
  end: number,
  before: WordToken | undefined,
): NameKind | undefined {
  const after = tokens[end];
  if (after === undefined) return undefined;
  if (after.gap === ' ' && !tokens[end - 1]?.possessive) {
    if (personVerbs.has(after.lower) && after.lower !== 'had' && after.lower !== 'has' && before?.lower !== 'the')
      return 'person';
    if (dynasties.has(after.lower)) return 'organisation';
    if (placeNouns.has(after.lower) && after.shape === 'lower') return 'place';
  }
  if (after.gap === ', ' && after.lower.startsWith('wh') && personVerbs.has(after.lower)) return 'person';
  const list = before?.lower === 'and' || tokens[first]?.gap === ', ';
  if (after.gap === ', ' && after.shape !== 'lower' && isKnownPlace(after) && before !== undefined && !list)
    return 'place';
  return undefined;
}

function kindFromPreposition(
  tokens: readonly WordToken[],
  first: number,
  end: number,
  before: WordToken | undefined,
): NameKind | undefined {
  const last = tokens[end - 1];
  if (before !== undefined && placeBefore.has(before.lower))
    return last?.possessive && before.lower === 'in' ? 'person' : 'place';
  if (last?.possessive) return 'person';
  if (before === undefined || end - first > 2) return undefined;
  const beforeThat = tokens[first - 2]?.lower ?? '';
  if (before.lower === 'from') return 'place';
  if (before.lower === 'on' && movement.has(beforeThat)) return 'place';
  if (before.lower !== 'to') return undefined;
  if (movement.has(beforeThat)) return 'place';
  return towardsPeople.has(beforeThat) ? 'person' : undefined;
}

const roman = /^[IVX]+$/;

/** The likeliest kind of an unknown name that nothing around it explains. */
export function likeliestKind(tokens: readonly WordToken[], first: number, end: number): NameKind {
  const token = tokens[first];
  const last = tokens[end - 1];
  if (token === undefined || last === undefined) return 'other';
  if (end - first === 1 && token.shape === 'acronym')
    return token.word.length > 1 && !roman.test(token.word) ? 'organisation' : 'other';
  if (end - first === 1 && placeEnding.test(last.lower) && last.lower.length > 5) return 'place';
  if (titles.has(last.lower)) return 'person';
  if (end - first > 1 && /^(?:new|san|santa|los|las|saint|port|île|upper|lower)$/.test(token.lower)) return 'place';
  if (end - first > 1 && (ordinaryWords.has(last.lower) || ordinaryWords.has(last.lower.replace(/s$/, ''))))
    return 'other';
  if (end - first === 1 && /(?:ism|logy|ics|itis|ine|ase)$/.test(last.lower)) return 'other';
  const before = tokens[first]?.gap === ' ' ? tokens[first - 1]?.lower : undefined;
  if (before === 'the') return /[^sui]s$/.test(last.lower) ? 'person' : 'organisation';
  return 'person';
}
