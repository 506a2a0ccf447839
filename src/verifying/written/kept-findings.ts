import type { Comparison } from '../comparison.js';
import type { Finding } from '../finding.js';
import { areOpposite } from '../opposites.js';
import { holdsOf } from '../quantities.js';
import { nameTheSame, type Statement, type StatementWord } from '../statement.js';
import { areSynonyms } from '../synonyms.js';
import type { ObjectionScene } from './objections.js';
import { isOnlyPerson } from './pronouns.js';
import { keeps, keepsAim, leastWeight } from './reserve-words.js';

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

const ordinalDays = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** "March 1" where the sentence has "the first of March". */
function isDateInWords(
  { kind, conflict, claim: [start, end] }: Finding,
  claim: Statement,
  sentence: Statement,
): boolean {
  if (kind !== 'date' || conflict) return false;
  const date = claim.dates.find((one) => one.start === start && one.end === end);
  const word = date?.day === undefined ? undefined : ordinalDays[date.day - 1];
  if (date?.month === undefined || word === undefined) return false;
  return sentence.dates.some(
    (one) =>
      one.month === date.month &&
      one.day === undefined &&
      (date.year === undefined || one.year === undefined || one.year === date.year) &&
      new RegExp(`\\b${word} of\\b`, 'iu').test(sentence.text.slice(Math.max(0, one.start - 16), one.end)),
  );
}

/** Half a year is 182 days and six months are 180: so much of a difference is one of units. */
const sameTime = 0.03;

function isSameTime({ kind, claim: [start, end] }: Finding, claim: Statement, sentence: Statement): boolean {
  const quantity =
    kind === 'number' ? claim.quantities.find((one) => one.start === start && one.end === end) : undefined;
  if (quantity?.dimension !== 'time') return false;
  return sentence.quantities.some(
    ({ dimension, value }) => dimension === 'time' && Math.abs(value - quantity.value) <= sameTime * value,
  );
}

/** "perhaps 2,000 fighters": only the number is a guess. */
function isGuessedNumber({ kind }: Finding, { text }: Statement): boolean {
  return (
    kind === 'guess' &&
    text.search(/\b(?:perhaps|probably|presumably) (?=\d)/iu) >= 0 &&
    text.search(/\b(?:most likely|seems?|appears?|plausible|likely|(?:perhaps|probably|presumably) (?!\d))/iu) < 0
  );
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

export function isKept(
  finding: Finding,
  { claim, isAuthors }: ObjectionScene,
  { candidate, matches }: Comparison,
): boolean {
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
  if (isDateInWords(finding, claim, sentence) || isSameTime(finding, claim, sentence)) return true;
  if (isElliptical(finding, claim, sentence) || isHeldBefore(finding, claim, candidate)) return true;
  if (kind !== 'mood' || words.length === 0) return keeps[kind]?.test(claim.text) === true;
  return words.every((at) => {
    const isLight = (claim.words[at]?.weight ?? 1) < leastWeight;
    return isLight || (sentence.words[matches[at]?.at ?? -1]?.mood === 'aim' && keepsAim.test(claim.text));
  });
}
