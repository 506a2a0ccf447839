import type { MentionKind } from '../language/mention.js';
import type { WordVectors } from '../language/word-vectors.js';
import type { FindingKind } from './finding.js';
import type { Dimension } from './quantities.js';
import { readStatement, type Statement } from './statement.js';
import { formOf } from './word-forms.js';
import { placesOf, type WordPlace } from './word-places.js';

/** A question as sentences are held against it. */
export interface AskedThing {
  readonly statement: Statement;
  /** The kinds of difference that answer it: `number`, `date` or `name`; both senses for yes or no; empty for anything else. */
  readonly kinds: ReadonlySet<FindingKind>;
  /** Whose name, when it asks for one. */
  readonly names: 'doer' | 'place' | 'any';
  /** What an amount that answers it measures; empty when it asks for none. */
  readonly measures: ReadonlySet<Dimension>;
  /** Place of the noun that is counted ("how many people"), -1 when none is. */
  readonly counted: number;
  /** Words one of which a sentence must have for its amount to be the one that is asked for: "how high" is met by "height". */
  readonly scale: readonly string[];
  /** It asks for a price. */
  readonly isPrice: boolean;
  /** More than one name may answer it: "who criticised", "which countries". */
  readonly isOpen: boolean;
  /** It asks for a day or a name, of which a text tells many: a sentence must say more of what is asked itself. */
  readonly isOfOne: boolean;
  /** For every word where a sentence that answers must have it: itself, or in what stands around it, or nowhere. */
  readonly place: readonly WordPlace[];
}

const kindOf: Readonly<Record<MentionKind, FindingKind>> = {
  person: 'name',
  place: 'name',
  organisation: 'name',
  date: 'date',
  duration: 'number',
  number: 'number',
  money: 'number',
  percent: 'number',
};

/** "How many", "how long": they ask for the measure and are met by no word of the answer. */
const measureAsked = /\bhow (?:many|much|long|often|far|high|tall|big|large|old|wide|deep|heavy|fast)\b/giu;
const countAsked = /\bhow many (?:(?:different|other|more|new|full|separate) )?(?=\p{L})/iu;
const timeNouns = /^(?:second|minute|hour|day|night|week|month|year|decade)s?$/iu;
const priceAsked =
  /\bwhat\b.*\b(?:costs?|prices?|worth|rent|fees?|tolls?|fares?|tariffs?|salary|wages?)\b|\bhow much\b.*\b(?:cost|pay|paid)\b/iu;
const scales: Readonly<Record<string, readonly string[]>> = {
  high: ['high', 'tall', 'height', 'rise', 'tower'],
  tall: ['high', 'tall', 'height', 'rise', 'tower'],
  wide: ['wide', 'width', 'broad'],
  deep: ['deep', 'depth'],
  heavy: ['heavy', 'weigh', 'weight'],
  far: ['far', 'distance', 'from', 'away'],
  long: ['long', 'length', 'run', 'stretch'],
  old: ['old', 'age'],
  fast: ['fast', 'speed'],
};
const figures: readonly FindingKind[] = ['number'];
/** "Which company", "in what city": the answer is one. */
const kindAsked = /\b(?:which|what) (?=\p{L})/iu;
const severalAsked =
  /\b(?:which|what) (?:types?|kinds?|sorts?)\b|\b(?:which|what) (?:\p{L}+ )?(?:countries|states|companies|cities|towns|people|parties|groups|banks|members|\p{L}{3,}(?:ers|ors|ists|ans|ents|ants))\b|\bwho (?:were|are|have)\b/iu;
/** What one does does not keep another from doing it. */
const shared: ReadonlySet<string> = new Set(
  `attend visit join support back help aid criticise criticize condemn praise speak say talk meet die injure hurt survive
  participate play sing act star perform live work study teach learn welcome oppose vote protest know see watch witness call
  demand want ask use need compete sponsor finance fund like love hate fear accuse blame thank warn join contribute
  benefit suffer travel go come stay believe think deny claim agree belong fight kill attack influence inspire mention`
    .split(/\s+/)
    .map((word) => formOf(word) ?? word),
);

const dimensionOf: Partial<Record<MentionKind, Dimension>> = {
  duration: 'time',
  number: 'count',
  money: 'money',
  percent: 'percent',
};

/** The noun of "how many people", and where it begins; an empty one at -1 when nothing is counted. */
function countedNoun(text: string): { readonly noun: string; readonly start: number } {
  const found = countAsked.exec(text);
  if (found === null) return { noun: '', start: -1 };
  const start = found.index + found[0].length;
  return { noun: /^\p{L}+/u.exec(text.slice(start))?.[0] ?? '', start };
}

/** Where the noun begins that "which" or "what" asks for a kind of, -1 when there is none. */
function kindNoun(text: string): number {
  const found = kindAsked.exec(text);
  return found === null ? -1 : found.index + found[0].length;
}

interface Measuring {
  readonly isPrice: boolean;
  readonly isCounted: boolean;
  readonly isTime: boolean;
  readonly isLong: boolean;
}

function measuresOf(wanted: ReadonlySet<MentionKind>, asks: Measuring): ReadonlySet<Dimension> {
  if (asks.isCounted) return new Set(['count']);
  const measures = new Set([...wanted].flatMap((kind) => dimensionOf[kind] ?? []));
  if (asks.isPrice) measures.add('money');
  if (asks.isTime) measures.delete('count');
  // "How long is the tunnel": that it is a length, only the sentences tell.
  if (asks.isLong) measures.add('count');
  return measures;
}

/**
 * Reads a question of at most a few hundred characters. `wanted` are the kinds of mention that would answer it, `isYesNo`
 * is true when it asks whether something is so.
 */
export function readAsked(
  text: string,
  wanted: ReadonlySet<MentionKind>,
  isYesNo: boolean,
  vectors: WordVectors,
): AskedThing {
  const statement = readStatement(
    text.replaceAll(measureAsked, (words) => ' '.repeat(words.length)),
    vectors,
  );
  const { noun, start } = countedNoun(text);
  const isPrice = priceAsked.test(text);
  const isTime = timeNouns.test(noun) || (wanted.has('duration') && noun === '');
  const counted = isTime ? -1 : statement.words.findIndex((word) => word.start === start);
  const kindStart = wanted.size === 0 ? -1 : kindNoun(text);
  const kind = statement.words.findIndex((word) => word.start === kindStart);
  const kinds: readonly FindingKind[] = [...[...wanted].map((one) => kindOf[one]), ...(isPrice ? figures : [])];
  const adjective = /\bhow (\p{L}+)/iu.exec(text)?.[1]?.toLowerCase() ?? '';
  const isLong = adjective === 'long' && !/\bhow long ago\b/iu.test(text);
  const isPlace = wanted.has('place');
  const isDoer = wanted.has('person') || wanted.has('organisation');
  return {
    statement,
    kinds: new Set(isYesNo ? [...kinds, 'polarity', 'opposite'] : kinds),
    names: isPlace === isDoer ? 'any' : isPlace ? 'place' : 'doer',
    measures: measuresOf(wanted, { isPrice, isCounted: counted >= 0, isTime: timeNouns.test(noun), isLong }),
    counted,
    scale: scales[adjective] ?? [],
    isPrice,
    isOfOne: kinds.includes('date') || kinds.includes('name'),
    isOpen: severalAsked.test(text) || statement.words.some(({ term, isName }) => !isName && shared.has(term)),
    place: placesOf(statement, { counted, kind, isTime, isPrice }),
  };
}
