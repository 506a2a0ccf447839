import type { Comparison } from '../comparison.js';
import type { Finding } from '../finding.js';
import { areOpposite } from '../opposites.js';
import { nameTheSame, type Statement, type StatementWord } from '../statement.js';
import { areSynonyms } from '../synonyms.js';
import { isNumberKept } from './kept-numbers.js';
import type { ObjectionScene } from './objections.js';
import { isOnlyOrganisation, isOnlyPerson } from './pronouns.js';
import { keeps, keepsAim, leastWeight } from './reserve-words.js';
import { segmentsOf } from './segments.js';
import { verbFormAt } from './verb-forms.js';

/** "unofficially" is "not officially": the sentence denies the opposite of what the claim affirms. */
function isDoublyDenied({ kind, text }: Finding, { tokens }: Statement): boolean {
  if (kind !== 'opposite' || text === undefined) return false;
  const at = tokens.findIndex(({ end }) => end === text[1]);
  return /^(?:not|never|hardly)$/u.test(tokens[at - 1]?.lower ?? '');
}

const timeReach = 5;

/** "After talks" beside "not before 2032": each is said of something else. */
function isOtherTime({ kind, words: [at] }: Finding, claim: Statement, { matches, candidate }: Comparison): boolean {
  if (kind !== 'opposite' || at === undefined) return false;
  const word = claim.words[at];
  if (!/^(?:before|after)$/u.test(claim.tokens[word?.token ?? -1]?.lower ?? '')) return false;
  const { tokens, words } = candidate.statement;
  const next = claim.words.slice(at + 1, at + 4).flatMap((_, i) => words[matches[at + 1 + i]?.at ?? -1] ?? []);
  return !tokens.some(
    ({ lower }, token) =>
      /^(?:before|after|until)$/u.test(lower) &&
      next.some((one) => one.token > token && one.token <= token + timeReach),
  );
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

/** Words before a thing by which a sentence keeps that it need not come about. */
const reserving =
  /^(?:expect(?:s|ed|ing)?|due|planned|plans?|planning|scheduled|possib(?:le|ility)|potential|chance|likel(?:y|ihood)|hop(?:e|es|ed|ing)|intend(?:s|ed)?|intention|want(?:s|ed)?|promis(?:e|es|ed|ing)|let|lets|allow(?:s|ed|ing)?|aim(?:s|ed)?|propos(?:e|es|ed|al)|threat(?:en|ens|ened)?|call(?:s|ed|ing)|demand(?:s|ed|ing)?|ask(?:s|ed)?|urg(?:e|es|ed)|requir(?:e|es|ed)|whether|if|should|could|would|may|might)$/u;

const modal = /^(?:will|would|could|may|might|should|can|must)$/u;

/** "the hull is expected to be sold", "extraction could begin": the clause itself leaves open whether it will. */
function isReserved({ tokens }: Statement, word: StatementWord): boolean {
  if (word.mood !== undefined && word.mood !== 'aim') return false;
  const segment = segmentsOf(tokens).find(({ first, end }) => word.token >= first && word.token < end);
  if (segment === undefined) return false;
  if (tokens.slice(segment.first, word.token).some(({ lower }) => reserving.test(lower))) return true;
  return (
    verbFormAt(tokens, word.token) === undefined &&
    tokens.slice(word.token + 1, segment.end).some(({ lower }) => modal.test(lower))
  );
}

/** Who had to be treated was treated. */
function hadTo({ tokens }: Statement, { token, mood }: StatementWord): boolean {
  if (mood !== 'duty') return false;
  const to = tokens.slice(Math.max(0, token - 3), token).findIndex(({ lower }) => lower === 'to');
  return to > 0 && tokens[Math.max(0, token - 3) + to - 1]?.lower === 'had';
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
  if (isOtherTime(finding, claim, { matches, candidate } as Comparison)) return true;
  if (isDeniedNearby(finding, claim, { matches, candidate } as Comparison)) return true;
  if (isNumberKept(finding, claim, candidate) || isGuessedNumber(finding, sentence)) return true;
  if (isOnlyPerson(finding, claim, candidate) || isOnlyOrganisation(finding, claim, candidate)) return true;
  if (kind !== 'mood' || words.length === 0) return keeps[kind]?.test(claim.text) === true;
  return words.every((at) => {
    const word = claim.words[at];
    const isLight =
      (word?.weight ?? 1) < leastWeight &&
      (word === undefined || verbFormAt(claim.tokens, word.token)?.isDone !== true);
    if (word !== undefined && (isReserved(claim, word) || hadTo(claim, word))) return true;
    return isLight || (sentence.words[matches[at]?.at ?? -1]?.mood === 'aim' && keepsAim.test(claim.text));
  });
}
