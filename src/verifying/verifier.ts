import type { WordVectors } from '../language/word-vectors.js';
import type { Ground, Verdict } from '../types.js';
import { coverage } from './alignment.js';
import { type Candidate, type Comparison, compare } from './comparison.js';
import type { Finding, FindingKind } from './finding.js';
import { because, groundFor, unsaidGround } from './reasons.js';
import type { Statement } from './statement.js';
import { sceneOf, supportFeaturesOf } from './support-features.js';
import { type SupportModel, supportProbability } from './support-score.js';

/** A sentence that decides, and the words in it that do, as offsets into its text. */
export interface DecisiveSentence {
  /** Place among the candidates that were given. */
  readonly candidate: number;
  /** How many of the sentences before it are needed to understand it. */
  readonly before: number;
  readonly highlight: readonly [start: number, end: number] | undefined;
}

export interface Verification {
  readonly verdict: Verdict;
  /** Calibrated probability that the sentences say it, 0 to 1. */
  readonly score: number;
  readonly reason: string | null;
  /** What the reason tells. */
  readonly ground: Ground | null;
  /** Best first; empty only when there were no candidates. */
  readonly decisive: readonly DecisiveSentence[];
}

export interface VerifierParts {
  readonly vectors: WordVectors;
  readonly model: SupportModel;
}

/** The sentences that may support or contradict: those that the claim fits best. */
const weighed = 6;
const nearestShown = 2;

/** How much of the rest of a claim a sentence must say before a difference in one thing counts as a contradiction. */
const restFor: Readonly<Record<FindingKind, number>> = {
  number: 0.7,
  date: 0.85,
  name: 0.75,
  polarity: 0.8,
  opposite: 0.8,
  order: 0.85,
  mood: 2,
  report: 2,
  guess: 2,
  condition: 2,
  unsaid: 2,
};
/** Fewer words than this besides the difference prove nothing. */
const leastRest = 2;
const metFrom = 0.6;
const nearlyAll = 0.95;
/** Of that, what the sentence itself must say; the rest may stand before it. */
const ownShare = { number: 0.45, other: 0.85 } as const;
/** A sentence that fits worse than another by this much does not decide. */
const fitMargin = 0.12;
/** A sentence that meets so much of a claim and differs in one thing speaks against it, if not certainly. */
const doubtFrom = 0.6;
/** A sentence supports a claim of which it says so much itself; what stands before it may supply the rest. */
const saidHere = 0.55;
/** A sentence that says so much of a claim is the one whose difference is worth telling. */
const nearlySaid = 0.75;

function closeness({ own, whole, candidate }: Comparison): number {
  return 0.6 * own + 0.4 * whole + candidate.similarity;
}

export interface Weighed {
  readonly comparison: Comparison;
  readonly candidate: number;
  readonly score: number;
}

/** All candidates, the best fitting first, with their scores. Sentences that ask are left out. */
export function weigh(
  claim: Statement,
  candidates: readonly Candidate[],
  scoreOf: (features: Float64Array) => number,
  vectors: WordVectors,
): readonly Weighed[] {
  const compared = candidates
    .map((candidate, at) => ({ comparison: compare(claim, candidate, vectors), candidate: at }))
    .filter(({ comparison }) => !comparison.candidate.statement.asks)
    .toSorted((a, b) => closeness(b.comparison) - closeness(a.comparison) || a.candidate - b.candidate);
  const all = compared.map(({ comparison }) => comparison);
  const scene = sceneOf(claim, all);
  return compared.map((one, rank) => ({
    ...one,
    score: rank < weighed ? scoreOf(supportFeaturesOf(scene, one.comparison)) : 0,
  }));
}

/** The certain difference between a claim and a sentence that otherwise says the same. */
export function conflictIn(claim: Statement, { findings: all, matches, met }: Comparison): Finding | undefined {
  // What is left unsaid already counts against the rest.
  const certain = new Set(all.filter(({ conflict }) => conflict).flatMap(({ words }) => words));
  // Neither does it matter in which mood a thing is told that is told the other way round.
  const findings = all.filter(
    ({ kind, words }) =>
      kind !== 'unsaid' && !(kind === 'mood' && words.length > 0 && words.every((at) => certain.has(at))),
  );
  if (findings.some(({ conflict }) => !conflict)) return undefined;
  const differing = new Set(findings.flatMap(({ words }) => words));
  const isDiffering = (_: unknown, at: number): boolean => differing.has(at);
  const whole = met.map((strength, at) => ({ at: matches[at]?.at ?? -1, strength, opposite: false }));
  const rest = coverage(claim, whole, isDiffering);
  const own = coverage(claim, matches, isDiffering);
  const restMet = claim.words.filter((_, at) => !differing.has(at) && (met[at] ?? 0) >= metFrom).length;
  return findings.find(
    ({ kind }) =>
      rest >= restFor[kind] &&
      own >= ownShare[kind === 'number' ? 'number' : 'other'] * restFor[kind] &&
      restMet >= (kind === 'name' && rest < nearlyAll ? leastRest + 1 : leastRest),
  );
}

/** How many sentences before it a reader needs: one where it adds to what is met. */
function sentencesBefore({ own, whole, candidate }: Comparison): number {
  return whole - own > 0.1 && candidate.before.length > 0 ? 1 : 0;
}

/**
 * Holds a claim against sentences. `supported` needs a sufficient score and that every number, name and date of the claim
 * is there, nothing is negated that the other affirms, and no condition, report or guess is told as a fact;
 * `contradicted` needs a certain difference from a sentence that says the rest. Anything else is `not-covered`.
 */
export function verify(
  claim: Statement,
  candidates: readonly Candidate[],
  { vectors, model }: VerifierParts,
): Verification {
  const ranked = weigh(claim, candidates, (features) => supportProbability(model, features), vectors);
  const first = ranked.slice(0, weighed);
  const best = first[0];
  if (best === undefined || claim.words.length === 0)
    return { verdict: 'not-covered', score: 0, ...because(null), decisive: [] };
  // "the talks" states nothing of anything.
  const states = new Set(claim.words.map(({ term }) => term)).size > 1;
  const score = Math.min(best.score, model.threshold);
  for (const { comparison, candidate, score: own } of first) {
    if (closeness(comparison) < closeness(best.comparison) - fitMargin) break;
    const before = sentencesBefore(comparison);
    if (states && own >= model.threshold && comparison.own >= saidHere && comparison.findings.length === 0) {
      return {
        verdict: 'supported',
        score: own,
        ...because(null),
        decisive: [{ candidate, before, highlight: undefined }],
      };
    }
    const conflict = conflictIn(claim, comparison);
    if (conflict === undefined) {
      // A sentence that may well deny the claim keeps those that fit it less from supporting it.
      if (comparison.own >= doubtFrom && comparison.findings.some(({ conflict: certain }) => certain)) break;
      continue;
    }
    return {
      verdict: 'contradicted',
      score: Math.min(score, 0.5 * model.threshold),
      ...because(groundFor(conflict, claim, comparison.candidate.statement)),
      decisive: [{ candidate, before, highlight: conflict.text }],
    };
  }
  const near = first.find(
    ({ comparison, score: own }) =>
      (own >= model.threshold || comparison.whole >= nearlySaid) && comparison.findings.length > 0,
  );
  const finding = near?.comparison.findings[0];
  return {
    verdict: 'not-covered',
    score,
    ...because(
      near !== undefined && finding !== undefined
        ? groundFor({ ...finding, conflict: false }, claim, near.comparison.candidate.statement)
        : unsaidGround(
            claim,
            first.map(({ comparison }) => comparison),
          ),
    ),
    decisive: first.slice(0, nearestShown).map(({ candidate }) => ({ candidate, before: 0, highlight: undefined })),
  };
}
