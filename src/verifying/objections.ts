import type { Comparison } from './comparison.js';
import { hasOtherDoer, tellsUndone } from './doers.js';
import type { Finding, FindingKind } from './finding.js';
import { moodFollows } from './moods.js';
import { areOpposite } from './opposites.js';
import { type Overreach, overreachOf } from './overreach.js';
import { holdsOf } from './quantities.js';
import { meaningsOf, nameTheSame, type Statement, type StatementWord } from './statement.js';
import { areSynonyms } from './synonyms.js';
import { tellsTheUnproven } from './unproven.js';
import { verbFormAt } from './verb-forms.js';

/** What stands against a written sentence for certain: it is not shown, however well the rest fits. */
export type Objection = Exclude<FindingKind, 'unsaid'> | Overreach | 'doer' | 'unproven';

/** Words by which a sentence itself gives a thing as somebody's word, as a guess, or under a condition. */
const keeps: Readonly<Partial<Record<FindingKind, RegExp>>> = {
  report:
    /\b(?:according to|alleg\p{L}*|accus\p{L}*|claim(?:s|ed|ing)?|rumou?r\p{L}*|versions?|theor(?:y|ies)|said|says?|told|stated?|argu(?:es?|ed)|report(?:s|ed|edly)|observ\p{L}*|judging|insist\p{L}*|den(?:y|ies|ied)|voic(?:es?|ed)|ideas?|view|opinion|suggest\p{L}*|believ\p{L}*|speculat\p{L}*|predict\p{L}*|warn\p{L}*|estimat\p{L}*|reckon\p{L}*|counts?|counted|puts?|speaks?|spoke|calls?|called|attribut\p{L}*|account|hop(?:es?|ed)|wants?|wanted|expects?|expected|intends?|fear(?:s|ed)?|thinks?)\b/iu,
  guess:
    /\b(?:likely|assum\p{L}*|plausible|probabl\p{L}*|perhaps|about|around|roughly|estimat\p{L}*|presum\p{L}*|seem\p{L}*|appear\p{L}*|looks?|sounds?|may|might|could|possibl\p{L}*|suppos\p{L}*|apparently)\b/iu,
  condition: /\b(?:if|unless|provided|whether|should|would|could|in case|as long as|otherwise|only when)\b/iu,
  mood: /\b(?:if|ha(?:s|ve) to|must|should|would|could|may|might|will|needs?)\b/iu,
};
/** Words by which a sentence keeps that a thing is somebody's aim. */
const keepsAim =
  /\b(?:goals?|aims?|aimed|objectives?|hop(?:e|es|ed|ing)|wish\p{L}*|want\p{L}*|demand\p{L}*|propos\p{L}*|intend\p{L}*|plan(?:s|ned|ning)?|decid\p{L}*|decisions?|purposes?|tasks?|in order)\b/iu;
const denial =
  /\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|lack\p{L}*|fail\p{L}*|absen(?:t|ce)|rule[sd]? out|exclud\p{L}*|hardly|barely|scarcely|unlikely|un(?:able|clear|certain|willing|known|confirmed|official\p{L}*|expected\p{L}*|resolved|changed|finished|aware)|im(?:possib|prob)\p{L}*|den(?:y|ies|ied|ial)|refus\p{L}*|reluctan\p{L}*|stopped|ended|instead of|rather than|inabilit\p{L}*|incap\p{L}*|yet to|reject\p{L}*|oppos(?:e|es|ed)|free of|against)\b|n['’]t\b/iu;
const denies = /\b(?:not|never|nobody|nothing|neither|nor|no|none|cannot)\b|n['’]t\b/iu;
const harmless = /\bnot (?:only|just|necessarily)\b|\bno (?:doubt|longer than|later than)\b/giu;
/** A word that says so little ("one", "now") is in no mood. */
const leastWeight = 0.3;
const pointer = /^(?:it|they|them|he|him|she|this|these)$/u;
const pointsWithin = 5;
const emptyIt =
  /\bit\s+(?:is|was|can be|could be|may be|must be|has been|seems|appears|would be)\s+(?:\p{L}+ly\s+)?(?:important|possible|impossible|likely|unlikely|clear|unclear|assumed|said|believed|known|necessary|hard|difficult|easy|true|evident|obvious|unknown|argued|expected|not)\b/iu;

/** True when a sentence speaks of what stands before it by a pronoun near its beginning: then that may be meant. */
export function pointsBack({ tokens, text }: Statement): boolean {
  return tokens
    .slice(0, pointsWithin)
    .some(({ lower, start }) => pointer.test(lower) && !(lower === 'it' && emptyIt.exec(text)?.index === start));
}

/** "unofficially" is "not officially": the sentence denies the opposite of what the claim affirms. */
function isDoublyDenied({ kind, text }: Finding, { tokens }: Statement): boolean {
  if (kind !== 'opposite' || text === undefined) return false;
  const at = tokens.findIndex(({ end }) => end === text[1]);
  return /^(?:not|never|hardly)$/u.test(tokens[at - 1]?.lower ?? '');
}

/** The words of a statement that say something, after one of them. */
function nextWord({ words }: Statement, at: number): StatementWord | undefined {
  return words[at + 1];
}

/** The sentence has both a word and its opposite; said of the same thing as here stands one that is none. */
function isSaidOfAnother({ kind, text, words: [at] }: Finding, claim: Statement, sentence: Statement): boolean {
  if ((kind !== 'opposite' && kind !== 'polarity') || at === undefined) return false;
  const word = claim.words[at];
  const next = nextWord(claim, at);
  const met = sentence.words.find(({ end }) => end === text?.[1]);
  if (word === undefined || next === undefined) return false;
  return sentence.words.some((other, i) => {
    const after = nextWord(sentence, i);
    return (
      after !== undefined &&
      nameTheSame(after, next) &&
      other.negated === word.negated &&
      (nameTheSame(other, word) ||
        areSynonyms(other.term, word.term) ||
        (met !== undefined && kind === 'opposite' && areOpposite(met.term, other.term)))
    );
  });
}

/** "had asked for 5 per cent and will receive 2.8": the unit is told once. */
function isElliptical({ kind, claim: [start, end] }: Finding, claim: Statement, sentence: Statement): boolean {
  const quantity =
    kind === 'number' ? claim.quantities.find((one) => one.start === start && one.end === end) : undefined;
  if (quantity === undefined || quantity.dimension === 'time') return false;
  return (
    sentence.quantities.some(
      ({ value, dimension, counted }) =>
        value === quantity.value && dimension === 'count' && (quantity.dimension !== 'count' || counted.length === 0),
    ) &&
    (quantity.dimension === 'count' || sentence.quantities.some(({ dimension }) => dimension === quantity.dimension))
  );
}

/** An amount that the sentence before gives, where this one speaks of it: "Ecuador pays 38 per cent of it". */
function isHeldBefore(
  { kind, conflict, claim: [start, end] }: Finding,
  claim: Statement,
  { statement, before }: Comparison['candidate'],
): boolean {
  const quantity =
    kind === 'number' && !conflict ? claim.quantities.find((one) => one.start === start && one.end === end) : undefined;
  return (
    quantity !== undefined &&
    statement.tokens.some(({ lower }) => /^(?:it|them|they)$/u.test(lower)) &&
    before.slice(0, 1).some(({ quantities }) => quantities.some((other) => holdsOf(quantity, other)))
  );
}

const fraction = /\b(?:an?|one)\s+(half|third|quarter|fifth|tenth)\b/iu;
const single =
  /\b(?:a|an|one|each|every|per|single)\s+(?:single\s+)?(?:second|minute|hour|day|night|week|month|year)\b/iu;

/** "a quarter" is "one quarter", and "one night" is "a single night". */
function isToldInWords(
  { kind, conflict, claim: [start, end] }: Finding,
  claim: Statement,
  sentence: Statement,
): boolean {
  if (kind !== 'number' || conflict) return false;
  const told = claim.text.slice(Math.max(0, start - 8), end + 10);
  const word = fraction.exec(told)?.[1]?.toLowerCase();
  if (word !== undefined)
    return (
      new RegExp(`\\b(?:an?|one|${word === 'half' ? 'half' : 'a'})\\s*(?:${word})?\\b`, 'iu').test(sentence.text) &&
      sentence.text.toLowerCase().includes(word)
    );
  return single.test(told) && single.test(sentence.text);
}

/** "perhaps 2,000 fighters": only the number is a guess. */
function isGuessedNumber({ kind }: Finding, { text }: Statement): boolean {
  return (
    kind === 'guess' &&
    text.search(/\b(?:perhaps|probably|presumably) (?=\d)/iu) >= 0 &&
    text.search(/\b(?:most likely|seems?|appears?|plausible|likely|(?:perhaps|probably|presumably) (?!\d))/iu) < 0
  );
}

/** "He says …" after a sentence with one person: it is that person who says it. */
function isOnlyPerson(
  { kind, conflict, words: [at] }: Finding,
  claim: Statement,
  { statement, before }: Comparison['candidate'],
): boolean {
  if (kind !== 'name' || conflict || at === undefined) return false;
  if (!statement.tokens.slice(0, pointsWithin).some(({ lower }) => /^(?:he|she)$/u.test(lower))) return false;
  const people = before[0]?.names.filter((name) => name.kind !== 'place') ?? [];
  const name = claim.names.find(({ words }) => words.includes(at));
  const key = claim.words[name?.words.at(-1) ?? -1];
  const held = people.filter(({ words }) =>
    words.some((i) => key !== undefined && before[0]?.words[i] !== undefined && nameTheSame(key, before[0].words[i])),
  );
  return held.length > 0 && held.length === people.filter(({ kind: own }) => own === 'person').length;
}

function isKept(finding: Finding, { claim, isAuthors }: ObjectionScene, { candidate, matches }: Comparison): boolean {
  const { kind, words } = finding;
  const sentence = candidate.statement;
  if (kind === 'guess' && isAuthors) return true;
  if (isDoublyDenied(finding, sentence) || isSaidOfAnother(finding, claim, sentence)) return true;
  if (isDeniedNearby(finding, claim, { matches, candidate } as Comparison)) return true;
  if (
    isToldInWords(finding, claim, sentence) ||
    isGuessedNumber(finding, sentence) ||
    isOnlyPerson(finding, claim, candidate)
  )
    return true;
  if (isElliptical(finding, claim, sentence) || isHeldBefore(finding, claim, candidate)) return true;
  if (kind !== 'mood' || words.length === 0) return keeps[kind]?.test(claim.text) === true;
  return words.every((at) => {
    const isLight = (claim.words[at]?.weight ?? 1) < leastWeight;
    return isLight || (sentence.words[matches[at]?.at ?? -1]?.mood === 'aim' && keepsAim.test(claim.text));
  });
}

const anyPointer = /^(?:it|they|them|he|him|she|her|this|these)$/u;
const metFrom = 0.5;
const longestAntecedent = 4;

/** The words that say something right before and right after each pronoun of a sentence. */
function pronounPlaces({
  tokens,
  words,
}: Statement): readonly (readonly [StatementWord | undefined, StatementWord | undefined])[] {
  return tokens.flatMap(({ lower, start, end }) => {
    if (!anyPointer.test(lower)) return [];
    return [[words.findLast((word) => word.end <= start), words.find((word) => word.start >= end)] as const];
  });
}

/** Words of a claim that stand where the sentence has a pronoun: "called the agreement" where it has "called it". */
function standForPronouns(claim: Statement, { matches, met, candidate }: Comparison): ReadonlySet<number> {
  const places = pronounPlaces(candidate.statement);
  const found = new Set<number>();
  const isBorrowed = (at: number): boolean => (matches[at]?.strength ?? 0) < metFrom && (met[at] ?? 0) >= metFrom;
  for (let at = 0; at < claim.words.length; at++) {
    if (!isBorrowed(at)) continue;
    let end = at;
    while (end < claim.words.length && isBorrowed(end)) end += 1;
    const [before, after] = [matches[at - 1], matches[end]];
    const isPronouns = places.some(
      ([left, right]) =>
        (left !== undefined &&
          before !== undefined &&
          before.strength >= metFrom &&
          candidate.statement.words[before.at] === left) ||
        (right !== undefined &&
          after !== undefined &&
          after.strength >= metFrom &&
          candidate.statement.words[after.at] === right),
    );
    if (isPronouns && end - at <= longestAntecedent) for (let i = at; i < end; i++) found.add(i);
    at = end;
  }
  return found;
}

/** How well each word of a claim is met by a sentence, or by what stands before it where the sentence points there. */
export function strengthsIn(claim: Statement, comparison: Comparison): readonly number[] {
  const { matches, met, candidate } = comparison;
  const isOpen = pointsBack(candidate.statement);
  const pronouns = isOpen ? undefined : standForPronouns(claim, comparison);
  return matches.map(({ strength }, at) => (isOpen || pronouns?.has(at) === true ? (met[at] ?? strength) : strength));
}

/** A denial that hangs on a neighbouring word: "without the post having been advertised", "the post had not been advertised". */
function isDeniedNearby({ kind, words: [at] }: Finding, claim: Statement, { matches, candidate }: Comparison): boolean {
  if (kind !== 'polarity' || at === undefined) return false;
  const word = claim.words[at];
  const met = candidate.statement.words[matches[at]?.at ?? -1];
  if (word === undefined || met === undefined) return false;
  return claim.words.some((other, i) => {
    if (i === at || Math.abs(i - at) > 2) return false;
    const theirs = candidate.statement.words[matches[i]?.at ?? -1];
    const between = claim.text.slice(Math.min(word.end, other.end), Math.max(word.start, other.start));
    if (theirs === undefined || /\bbut\b/u.test(between)) return false;
    return word.negated ? theirs.negated && !other.negated : other.negated && !theirs.negated;
  });
}

export interface ObjectionScene {
  readonly claim: Statement;
  readonly unquoted: string;
  /** The sentence says that its author holds it. */
  readonly isAuthors: boolean;
}

const against = /\bagainst\b/iu;
const anyAgainst =
  /\b(?:against|oppos\p{L}*|anti|resist\p{L}*|reject\p{L}*|criti\p{L}*|object\p{L}*|versus)\b|\banti-/iu;

/** "against" where the sentence has nothing of the kind. */
function turnsSides(claim: string, sentence: string): boolean {
  return against.test(claim) && !anyAgainst.test(sentence);
}

/** "about 39 million" where the sentence has "about 37 million": near is not near enough for who writes it down. */
function missesAmount(claim: Statement, sentence: Statement): boolean {
  return claim.quantities.some(({ value, dimension, bound }) => {
    if (bound !== 'about') return false;
    const same = sentence.quantities.filter((one) => one.dimension === dimension);
    return same.length > 0 && same.every((one) => one.value !== value && one.bound === 'about');
  });
}

/** "96,000 signatures" where the sentence has 38,000 signatures "in a town of 96,000". */
function countsOther(claim: Statement, sentence: Statement): boolean {
  return claim.quantities.some(({ value, dimension, counted: [noun] }) => {
    if (dimension !== 'count' || noun === undefined) return false;
    const [same, others] = [
      sentence.quantities.filter((one) => one.value === value),
      sentence.quantities.filter((one) => one.value !== value),
    ];
    return (
      same.length > 0 &&
      same.every(({ counted }) => !counted.includes(noun)) &&
      others.some(({ counted }) => counted[0] === noun) &&
      !claim.quantities.some((one) => others.some((other) => other.value === one.value))
    );
  });
}

/** "will stay" where the sentence has that somebody is determined to stay. */
function promisesAim(claim: Statement, { candidate: { statement }, matches }: Comparison): boolean {
  if (keepsAim.test(claim.text)) return false;
  return claim.words.some((word, at) => {
    const { at: place, strength } = matches[at] ?? { at: -1, strength: 0 };
    const met = statement.words[place];
    return (
      strength >= synonymFrom &&
      met?.mood === 'aim' &&
      (word.mood === 'future' || word.mood === 'duty') &&
      word.weight >= leastWeight
    );
  });
}

/** Names that only the sentences before have, where this one has no pronoun for them and they are more than a place where. */
function borrowsName(claim: Statement, comparison: Comparison): boolean {
  const { candidate, matches } = comparison;
  const { statement, before, title } = candidate;
  if (pointsBack(statement)) return false;
  const stands = standForPronouns(claim, comparison);
  return claim.names.some(({ words }) => {
    const at = words.at(-1) ?? -1;
    const word = claim.words[at];
    if (word === undefined || (matches[at]?.strength ?? 0) >= 0.5 || stands.has(at)) return false;
    if (meaningsOf(word).some((term) => statement.terms.has(term) || title?.terms.has(term) === true)) return false;
    const [first] = words;
    const opening = claim.words[first ?? at]?.token ?? word.token;
    if (/^(?:in|at|near|on)$/u.test(claim.tokens[opening - 1]?.lower ?? '')) return false;
    return before.some(({ terms }) => meaningsOf(word).some((term) => terms.has(term)));
  });
}

const synonymFrom = 0.85;

/** A verb met by a synonym: the mood and the denial of what stands there count as those of the same word do. */
function softensMood(claim: Statement, { candidate: { statement }, matches }: Comparison): boolean {
  return claim.words.some((word, at) => {
    const { at: place, strength, opposite } = matches[at] ?? { at: -1, strength: 0, opposite: false };
    const met = statement.words[place];
    if (met === undefined || opposite || strength < synonymFrom || strength >= 0.9 || word.isName || word.isFigure)
      return false;
    if (matches.some((other, i) => i !== at && other.at === place && other.strength > strength)) return false;
    if (word.weight < leastWeight || verbFormAt(claim.tokens, word.token) === undefined) return false;
    if (word.negated !== met.negated) return true;
    return !moodFollows(word.mood, met.mood) && !(word.mood === undefined && word.inMood) && !keepsAim.test(claim.text);
  });
}

/** The first thing that stands for certain against resting a written sentence on one sentence; `undefined` for none. */
export function objectionTo(scene: ObjectionScene, comparison: Comparison): Objection | undefined {
  const { claim, unquoted } = scene;
  const { findings, candidate, matches } = comparison;
  for (const finding of findings) {
    if (finding.kind !== 'unsaid' && !isKept(finding, scene, comparison)) return finding.kind;
  }
  const sentence = candidate.statement;
  const sources = pointsBack(sentence) ? [sentence, ...candidate.before.slice(0, 1)] : [sentence];
  if (denies.test(unquoted.replaceAll(harmless, ' ')) && !denial.test(sentence.text)) return 'polarity';
  const reach = overreachOf(claim, unquoted, sources);
  if (reach !== undefined) return reach;
  if (countsOther(claim, sentence) || missesAmount(claim, sentence)) return 'number';
  if (turnsSides(unquoted, sentence.text)) return 'polarity';
  if (hasOtherDoer(claim, sentence, matches)) return 'doer';
  if (tellsUndone(claim, sentence, matches)) return 'undone' as never;
  if (borrowsName(claim, comparison)) return 'name';
  if (promisesAim(claim, comparison)) return 'mood';
  if (softensMood(claim, comparison)) return 'softmood' as never;
  return tellsTheUnproven(claim, sentence, matches) ? 'unproven' : undefined;
}
