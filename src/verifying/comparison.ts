import type { WordVectors } from '../language/word-vectors.js';
import { align, coverage, type Match } from './alignment.js';
import { compareClaimDates, compareQuantities } from './compare-amounts.js';
import { compareNames } from './compare-names.js';
import { compareOrder } from './compare-order.js';
import { compareMoods, comparePolarity } from './compare-sense.js';
import { compareTitles } from './compare-titles.js';
import { dateOfDocument } from './dates.js';
import type { Finding } from './finding.js';
import type { Statement, StatementWord } from './statement.js';

/** A sentence that may decide on a claim, and what a reader of the document knows when coming to it. */
export interface Candidate {
  readonly statement: Statement;
  /** The sentences of its paragraph right before it, nearest first. */
  readonly before: readonly Statement[];
  /** The document's own date and title, where they are known. */
  readonly documentDate: string | null;
  readonly title: Statement | undefined;
  /** Cosine of claim and sentence, -1 to 1. */
  readonly similarity: number;
}

/** A claim laid beside one sentence. */
export interface Comparison {
  readonly candidate: Candidate;
  readonly matches: readonly Match[];
  /** Share of the claim's weight that the sentence alone meets, and with what stands before it, 0 to 1. */
  readonly own: number;
  readonly whole: number;
  /** For every word of the claim how well it is met by the sentence or what stands before it. */
  readonly met: readonly number[];
  readonly findings: readonly Finding[];
}

/**
 * A word that says much (weight) and is met badly leaves the claim unsaid, however well its other words fit: weight times
 * what is missing, 0 to 1. Names, dates and amounts have checks of their own.
 */
const unsaidFrom = 0.45;

/** Of the weight of a claim's ordinary words at least so much must be said by the word itself or a known synonym. */
const surelySaid = 0.6;
const sureFrom = 0.78;

function isOrdinary({ isName, isFigure }: StatementWord): boolean {
  return !isName && !isFigure;
}

/** Share of the weight of a claim's ordinary words that is surely said, 0 to 1; 1 when it has none. */
export function sureShare(claim: Statement, met: readonly number[]): number {
  let total = 0;
  let sure = 0;
  for (const [at, word] of claim.words.entries()) {
    if (!isOrdinary(word)) continue;
    total += word.weight;
    if ((met[at] ?? 0) >= sureFrom) sure += word.weight;
  }
  return total === 0 ? 1 : sure / total;
}

function unsaidWords(claim: Statement, met: readonly number[]): readonly Finding[] {
  const missing = claim.words.map((word, at) => (isOrdinary(word) ? word.weight * (1 - (met[at] ?? 0)) : 0));
  const most = Math.max(0, ...missing);
  const isUnsure = sureShare(claim, met) < surelySaid;
  return claim.words.flatMap(({ start, end }, at): readonly Finding[] => {
    const amount = missing[at] ?? 0;
    if (amount < unsaidFrom && !(isUnsure && amount === most && amount > 0)) return [];
    return [{ kind: 'unsaid', conflict: false, claim: [start, end], text: undefined, words: [at] }];
  });
}

/** What stands before counts a little less: it may be about something else. */
const contextShare = 0.9;

/** What a sentence says otherwise than a claim, and where it meets the claim: what is left unsaid is not looked for. */
export function differencesFrom(
  claim: Statement,
  { statement: sentence, before, title, documentDate }: Candidate,
  vectors: WordVectors,
): Pick<Comparison, 'matches' | 'findings'> {
  const known = documentDate === null ? undefined : dateOfDocument(documentDate);
  const aligned = align(claim, sentence, vectors);
  const quantities = compareQuantities(claim, sentence, before);
  const dates = compareClaimDates(claim, sentence, before, known === undefined ? [] : [known]);
  // "15 hrs" is met by "fifteen hours", whatever its words are.
  const missed = new Set([...quantities, ...dates].flatMap(({ words }) => words));
  const matches = aligned.map((match, at) =>
    claim.words[at]?.isFigure === true && !missed.has(at) ? { ...match, strength: 1, opposite: false } : match,
  );
  return {
    matches,
    findings: [
      ...quantities,
      ...dates,
      ...compareNames(claim, sentence, before, title, matches),
      ...compareTitles(claim, sentence),
      ...comparePolarity(claim, sentence, matches),
      ...compareOrder(claim, sentence, matches),
      ...compareMoods(claim, sentence, matches),
    ],
  };
}

/** Lays a claim beside a sentence, with what it says otherwise where that is known already. */
export function compare(
  claim: Statement,
  candidate: Candidate,
  vectors: WordVectors,
  { matches, findings } = differencesFrom(claim, candidate, vectors),
): Comparison {
  const { before, title } = candidate;
  const context = title === undefined ? before : [...before, title];
  const around = context.map((statement) => align(claim, statement, vectors));
  const met = matches.map(({ strength }, at) =>
    Math.max(
      strength,
      ...around.map((other) => contextShare * (other[at]?.opposite === false ? other[at].strength : 0)),
    ),
  );
  const whole = met.map((strength, at): Match => ({ at: matches[at]?.at ?? -1, strength, opposite: false }));
  return {
    candidate,
    matches,
    own: coverage(claim, matches),
    whole: coverage(claim, whole),
    met,
    findings: [...findings, ...unsaidWords(claim, met)],
  };
}
