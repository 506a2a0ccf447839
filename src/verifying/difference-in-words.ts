import type { WordVectors } from '../language/word-vectors.js';
import { coverage, type Match } from './alignment.js';
import type { AskedThing } from './asked-thing.js';
import { type Comparison, compare, differencesFrom } from './comparison.js';
import type { Both, Disputant, Stretch } from './disputant.js';
import { excludeEachOther } from './excluding-differences.js';
import type { Finding, FindingKind } from './finding.js';
import { saysAnotherThing } from './same-subject.js';
import type { Statement } from './statement.js';
import { conflictIn } from './verifier.js';

/** What two sentences say otherwise: a stretch of each, as offsets into their texts. */
export interface Difference {
  readonly kind: FindingKind;
  readonly words: Both<Stretch>;
}

/** A word of a sentence that meets a word of the question at least so well is part of what is asked. */
const relevantFrom = 0.6;
/** A word of the question that says so much must be said by each sentence, its context or its title. */
const heavy = 0.5;
/** Of the weight of the question's ordinary words each sentence must say so much itself. */
const saidFrom = 0.4;
/** And so much where nothing tells what would answer it. */
const saidFromUnlessKnown = 0.7;
/** Fewer words than this besides the difference prove nothing. */
const leastRest = 2;
/** And of what is asked, the first sentence's words so much by the second. */
const restFrom = 0.75;
const ownFrom = 0.5;
/** Of two sentences that say so much of each other one is a copy of the other with something else put in. */
const copiedFrom = 0.9;

const reservations: ReadonlySet<FindingKind> = new Set(['mood', 'guess', 'condition']);
const figures: ReadonlySet<FindingKind> = new Set(['number']);
const plain: ReadonlySet<FindingKind> = new Set(['number', 'date', 'name', 'polarity', 'opposite']);

function asWhole({ matches, met }: Comparison): readonly Match[] {
  return met.map((strength, at): Match => ({ at: matches[at]?.at ?? -1, strength, opposite: false }));
}

/** True when a sentence says what the question asks of: its ordinary words itself, the others with its context. */
function saysAsked({ statement: question, kinds }: AskedThing, { asked }: Disputant): boolean {
  const own = asked[0] ?? [];
  const isMissing = question.words.some(
    ({ weight }, at) => weight >= heavy && asked.every((matches) => (matches[at]?.strength ?? 0) < relevantFrom),
  );
  const share = coverage(question, own, ({ isName, isFigure }) => isName || isFigure);
  return !isMissing && share >= (kinds.size === 0 ? saidFromUnlessKnown : saidFrom);
}

/** The differences that are certain, those about the same words counted once. */
function certainOf({ findings }: Pick<Comparison, 'findings'>): readonly Finding[] {
  const certain = findings.filter(({ conflict, text }) => conflict && text !== undefined);
  return certain.filter(
    ({ claim: [start, end] }, i) => !certain.slice(0, i).some(({ claim }) => claim[0] < end && claim[1] > start),
  );
}

/** The difference in what the question asks, whatever else the sentences tell. */
function conflictOn(
  { kinds }: AskedThing,
  { statement: claim, asked }: Disputant,
  comparison: Comparison,
): Finding | undefined {
  const relevant = new Set((asked[0] ?? []).filter(({ strength }) => strength >= relevantFrom).map(({ at }) => at));
  const { findings } = comparison;
  const isRelevant = ({ words }: Finding): boolean => words.length === 0 || words.some((at) => relevant.has(at));
  if (findings.some((finding) => reservations.has(finding.kind) && isRelevant(finding))) return undefined;
  const certain = certainOf(comparison);
  const chosen = certain.find(({ kind }) => (kinds.size === 0 ? figures : kinds).has(kind));
  if (chosen === undefined) return undefined;
  const differing = new Set(certain.flatMap(({ words }) => words));
  const without = (_: unknown, at: number): boolean => differing.has(at) || !relevant.has(at);
  if (claim.words.filter((word, at) => !without(word, at)).length < leastRest) return undefined;
  const isMet = coverage(claim, asWhole(comparison), without) >= restFrom;
  return isMet && coverage(claim, comparison.matches, without) >= ownFrom ? chosen : undefined;
}

/** True when a sentence says a claim word for word, but for what it says otherwise. */
function saysTheRest(claim: Statement, comparison: Comparison): boolean {
  const differing = new Set(certainOf(comparison).flatMap(({ words }) => words));
  return coverage(claim, comparison.matches, (_, at) => differing.has(at)) >= copiedFrom;
}

/** Another name, too, where the question does not ask for one, is another thing; another day is a later state. */
function isOfOtherThing(certain: readonly Finding[], chosen: Finding): boolean {
  return (
    certain.some(({ kind }) => kind !== chosen.kind && kind !== 'date') ||
    certain.filter(({ kind }) => kind === 'name').length > 1
  );
}

/**
 * The difference that the verifier finds when either is the claim. Where the question asks for something else both must,
 * and another name is then another thing; where it asks why or what, one must be a copy of the other.
 */
function conflictBetween(
  { kinds }: AskedThing,
  [one, other]: Both<Disputant>,
  [forth, back]: Both<Comparison>,
  isCopy: boolean,
): Finding | undefined {
  const found = conflictIn(one.statement, forth);
  if (found === undefined || !plain.has(found.kind)) return undefined;
  if (kinds.has(found.kind) || (kinds.size === 0 && figures.has(found.kind))) return found;
  if (kinds.size > 0 && found.kind === 'name') return undefined;
  // Where it is asked why or what, a denial may be of anything.
  if (!isCopy && (kinds.size === 0 || found.kind === 'opposite')) return undefined;
  return conflictIn(other.statement, back) === undefined ? undefined : found;
}

/** True when what the question counts is named at a sentence: "2 million in the colonies" counts no casualties. */
function saysCounted({ counted }: AskedThing, { asked }: Disputant): boolean {
  return asked.some((matches) => (matches[counted]?.strength ?? 0) >= relevantFrom);
}

/** A difference that the words of one sentence, held against the other as a claim, are certain of. */
export function differenceInWords(
  asked: AskedThing,
  [first, second]: Both<Disputant>,
  vectors: WordVectors,
): Difference | undefined {
  if (saysAnotherThing(asked, [first, second])) return undefined;
  if (asked.counted >= 0 && [first, second].some((side) => !saysCounted(asked, side))) return undefined;
  const differences = differencesFrom(first.statement, second, vectors);
  if (certainOf(differences).length === 0) return undefined;
  const forth = compare(first.statement, second, vectors, differences);
  const back = compare(second.statement, first, vectors);
  const isSaid = saysAsked(asked, first) && saysAsked(asked, second);
  const isCopy = saysTheRest(first.statement, forth) && saysTheRest(second.statement, back);
  // Of two copies the words tell that they are of one thing, whatever is asked.
  const asking = isCopy && !asked.kinds.has('name') ? { ...asked, isOpen: false } : asked;
  for (const isForth of [true, false]) {
    const sides = isForth ? ([first, second] as const) : ([second, first] as const);
    const comparisons = isForth ? ([forth, back] as const) : ([back, forth] as const);
    const found =
      conflictBetween(asked, sides, comparisons, isCopy) ??
      (isSaid ? conflictOn(asked, sides[0], comparisons[0]) : undefined);
    if (found?.text === undefined) continue;
    const words = [found.claim, found.text] as const;
    const isCertain =
      !isOfOtherThing(certainOf(comparisons[0]), found) && excludeEachOther(asking, found.kind, sides, words, false);
    if (!isCertain) return undefined;
    return { kind: found.kind, words: isForth ? words : [words[1], words[0]] };
  }
  return undefined;
}

/** "Prices rose, but rents did not rise": of such a sentence words alone do not tell what it says. */
export function contradictsItself(side: Disputant, vectors: WordVectors): boolean {
  return certainOf(differencesFrom(side.statement, side, vectors)).length > 0;
}
