import { coverage } from '../alignment.js';
import { type Comparison, sureShare } from '../comparison.js';
import type { Statement } from '../statement.js';
import type { Weighed } from '../verifier.js';
import { isModifier } from './modifiers.js';
import { type Objection, objectionTo } from './objections.js';
import { strengthsIn } from './pronouns.js';
import { holdsQuotation } from './quotations.js';
import { carriesOthers, cueWord, leastWeight, linkWord, surely } from './reserve-words.js';
import { unmetDeeds } from './undone.js';
import { verbFormAt } from './verb-forms.js';
import type { Written } from './written-sentence.js';

/** Why a written sentence cannot rest on a sentence, or not wholly. */
export type Lack = Objection | 'quotation' | 'unsaid' | 'score';

export interface Judgement {
  readonly outcome: 'supported' | 'partly' | 'dropped';
  /** `null` when it is supported. */
  readonly lack: Lack | null;
  /** The words of a partly supported sentence that were not found. */
  readonly unsaid: readonly string[];
}

/** Of the claim's weight the sentence alone must meet so much; with what stands before it, so much where it meets less. */
const saidHere = 0.55;
const leastHere = 0.4;
/** So much met is support whatever the score; below it the score must be at least this. */
const nearlyAll = 0.85;
const leastScore = 0.45;
/** A word that is missing counts as unsaid from this on: its weight times what is not met. */
const unsaidFrom = 0.5;
/** A word that says so much and is met so badly is not there at all. */
const leastSaying = 0.4;
const absentBelow = 0.3;
/** Of the weight of ordinary words at least so much must be said by the word itself or a known synonym. */
const surelySaid = 0.55;
/** So many words may be missing of a partly supported sentence, if they only describe and the rest is met so well. */
const mostUnsaid = 2;
const restSaid = 0.75;

const madeOrUsed = /^(?:made|given|brought|created|provided|offered|used|started)$/u;

/** Places of the claim's words that neither the sentence nor what it points to says. */
function unsaidPlaces(
  claim: Statement,
  strengths: readonly number[],
  { met, candidate }: Comparison,
): readonly number[] {
  const missing = claim.words.map(({ isName, isFigure, weight, start, end }, at) => {
    const word = claim.text.slice(start, end).toLowerCase();
    // "five ships a week" where the sentence has "five a week".
    const isCounted = at > 0 && claim.words[at - 1]?.isFigure === true && (met[at] ?? 0) >= 0.5;
    const isDenied = word.startsWith('lack') && candidate.statement.words.some(({ negated }) => negated);
    const isFree =
      isDenied ||
      isName ||
      isFigure ||
      isCounted ||
      cueWord.test(word) ||
      carriesOthers.test(word) ||
      linkWord.test(word);
    if (isFree) return 0;
    const isAbsent = weight >= leastSaying && (strengths[at] ?? 0) < absentBelow;
    return isAbsent ? Math.max(unsaidFrom, weight) : weight * (1 - (strengths[at] ?? 0));
  });
  // What is done must be said by the word itself or a known synonym; a verb that merely lies near says something else.
  for (const at of unmetDeeds(claim, strengths)) {
    if ((missing[at] ?? 0) > 0) missing[at] = Math.max(missing[at] ?? 0, unsaidFrom);
  }
  // "has been made since 1998" says what was done, however light its verb.
  for (const [at, { token }] of claim.words.entries()) {
    const isBare = madeOrUsed.test(claim.tokens[token]?.lower ?? '') && (strengths[at] ?? 0) < 0.5;
    if (
      isBare &&
      /^(?:been|was|were|being)$/u.test(claim.tokens[token - 1]?.lower ?? '') &&
      verbFormAt(claim.tokens, token)?.isPassive === true
    )
      missing[at] = unsaidFrom;
  }
  const most = Math.max(0, ...missing);
  const isUnsure = most > 0 && sureShare(claim, strengths) < surelySaid;
  return missing.flatMap((amount, at) => (amount >= unsaidFrom || (isUnsure && amount === most) ? [at] : []));
}

/** Places of amounts and dates that the sentence has in another form than the comparison knows. */
function toldOtherwise({ findings }: Comparison): ReadonlySet<number> {
  return new Set(findings.flatMap(({ kind, words }) => (kind === 'number' || kind === 'date' ? words : [])));
}

/** What the whole of a claim is met by, 0 to 1. */
function metShare(claim: Statement, { matches }: Comparison, strengths: readonly number[]): number {
  return coverage(
    claim,
    strengths.map((strength, at) => ({ at: matches[at]?.at ?? -1, strength, opposite: false })),
    ({ start, end }) => linkWord.test(claim.text.slice(start, end)),
  );
}

function dropped(lack: Lack): Judgement {
  return { outcome: 'dropped', lack, unsaid: [] };
}

/** Whether a written sentence may rest on one sentence: first what is certain, then how much of it is said there. */
export function judgeSupport(written: Written, { comparison, score }: Weighed): Judgement {
  const { claim, quotations } = written;
  const { candidate, matches } = comparison;
  if (!quotations.every(({ text }) => holdsQuotation(candidate.statement.text, text))) return dropped('quotation');
  const objection = objectionTo(written, comparison);
  if (objection !== undefined) return dropped(objection);
  // No objection was raised: every amount and date of the claim is there.
  const isThere = toldOtherwise(comparison);
  const strengths = strengthsIn(claim, comparison).map((strength, at) => (isThere.has(at) ? 1 : strength));
  const whole = metShare(claim, comparison, strengths);
  const own = metShare(
    claim,
    comparison,
    matches.map(({ strength }, at) => (isThere.has(at) ? 1 : strength)),
  );
  if (own < leastHere || (own < saidHere && whole < nearlyAll)) return dropped('unsaid');
  const words = unsaidPlaces(claim, strengths, comparison).flatMap((at) => claim.words[at] ?? []);
  if (words.length === 0) {
    return score >= leastScore || whole >= nearlyAll
      ? { outcome: 'supported', lack: null, unsaid: [] }
      : dropped('score');
  }
  if (words.length > mostUnsaid || whole < restSaid || !words.every((word) => isModifier(claim, word)))
    return dropped('unsaid');
  return { outcome: 'partly', lack: 'unsaid', unsaid: words.map(({ start, end }) => claim.text.slice(start, end)) };
}

/** True when every word that says something stands in the sentence itself: then nobody need have cited it to be sure. */
export function isCertain({ words }: Statement, { matches }: Comparison): boolean {
  return words.every(({ weight }, at) => weight < leastWeight || (matches[at]?.strength ?? 0) >= surely);
}

/** True when words of the claim are said by the sentence before alone, so that a reader needs that one too. */
export function needsBefore(claim: Statement, comparison: Comparison): boolean {
  const strengths = strengthsIn(claim, comparison);
  return claim.words.some(
    ({ weight }, at) => weight >= leastWeight && (strengths[at] ?? 0) - (comparison.matches[at]?.strength ?? 0) >= 0.3,
  );
}
