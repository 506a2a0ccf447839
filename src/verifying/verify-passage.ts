import type { WordVectors } from '../language/word-vectors.js';
import type { Candidate, Comparison } from './comparison.js';
import type { FindingKind } from './finding.js';
import { passageFeaturesOf } from './passage-features.js';
import type { Statement } from './statement.js';
import { worstFeatures } from './support-features.js';
import { type SupportModel, supportProbability } from './support-score.js';
import { verify, weigh } from './verifier.js';
import { type EmbedWords, readInContext, type StatementInContext } from './words-in-context.js';

/** One sentence of what is claimed, and the sentences of the passage that it is held against. */
export interface ClaimPart {
  readonly statement: Statement;
  readonly candidates: readonly Candidate[];
}

export interface PassageEvidence {
  /** In the order of `supportFeatures`, or of `passageFeaturesOf`; `undefined` when there is nothing to compare. */
  readonly features: Float64Array | undefined;
  /** A part gives another number, date or name than the sentence that it fits best. */
  readonly conflicts: boolean;
}

export interface PassageSupport {
  /** Calibrated probability that the passage says all parts, 0 to 1. */
  readonly score: number;
  /** What `verify` decides, every check included, for all parts. */
  readonly supported: boolean;
}

/**
 * Another number, date or name halves the probability: of the judged pairs with one, 3 % were supported. What is denied
 * on one side only is less certain, and is left to the weights.
 */
const otherFacts: ReadonlySet<FindingKind> = new Set(['number', 'date', 'name']);
const conflictShare = 0.5;

/** A sentence tells the claim that it fits best another number, date or name. */
function isConflicting(best: Comparison): boolean {
  return best.findings.some(({ conflict, kind }) => conflict && otherFacts.has(kind));
}

/** What is known of a statement of one or more sentences and one passage. */
export function passageEvidence(parts: readonly ClaimPart[], vectors: WordVectors): PassageEvidence {
  const rows: Float64Array[] = [];
  let conflicts = false;
  for (const { statement, candidates } of parts) {
    let first: Float64Array | undefined;
    const [best] = weigh(
      statement,
      candidates,
      (features) => {
        first ??= features;
        return 0;
      },
      vectors,
    );
    if (first === undefined || best === undefined) return { features: undefined, conflicts: false };
    rows.push(first);
    conflicts ||= isConflicting(best.comparison);
  }
  return { features: rows.length === 0 ? undefined : worstFeatures(rows), conflicts };
}

export function passageScore(
  { features, conflicts }: PassageEvidence,
  model: Pick<SupportModel, 'weights' | 'bias'>,
): number {
  if (features === undefined) return 0;
  return supportProbability(model, features) * (conflicts ? conflictShare : 1);
}

/** A claim's parts, and the sentences that they are held against, as an encoder reads their words. */
export interface PassageInContext {
  readonly parts: readonly StatementInContext[];
  readonly sentences: readonly StatementInContext[];
}

/** Nothing that can be read speaks for or against. */
const evenOdds = 0.5;
const onlyAddresses = /^[\s\p{P}\p{Nd}]*(?:https?:\/\/\S+[\s\p{P}]*)+$/u;

/** The sentences that say something: an address tells where one might read it. */
function told(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ statement }) => !onlyAddresses.test(statement.text));
}

/** Reads the words of a claim and of the sentences that its first part is held against: a passage's are the same for all. */
export async function readPassage(parts: readonly ClaimPart[], embedWords: EmbedWords): Promise<PassageInContext> {
  const sentences = told(parts[0]?.candidates ?? []).map(({ statement }) => statement);
  const own = parts.map(({ statement }) => statement);
  const read = await readInContext([...own, ...sentences], embedWords);
  return { parts: read.slice(0, own.length), sentences: read.slice(own.length) };
}

/** What is known of a claim and a passage read in context. */
export function contextEvidence(
  parts: readonly ClaimPart[],
  read: PassageInContext,
  vectors: WordVectors,
): PassageEvidence {
  const inContext = parts.flatMap(({ statement, candidates }, i) => {
    const claim = read.parts[i];
    const compared = weigh(statement, told(candidates), () => 0, vectors).map(({ comparison }) => comparison);
    return claim === undefined ? [] : [{ claim, compared }];
  });
  return {
    features: passageFeaturesOf(inContext, read.sentences),
    conflicts: inContext.some(({ compared: [best] }) => best !== undefined && isConflicting(best)),
  };
}

/** @param evidence What `contextEvidence` gave. */
export function contextScore(evidence: PassageEvidence, model: Pick<SupportModel, 'weights' | 'bias'>): number {
  return evidence.features === undefined ? evenOdds : passageScore(evidence, model);
}

export interface PassageVerifierParts {
  readonly vectors: WordVectors;
  /** Decides on single sentences; scores too where words are not read in context. */
  readonly model: SupportModel;
  readonly context?: { readonly read: PassageInContext; readonly model: SupportModel } | undefined;
}

/** Whether one passage supports a statement of one or more sentences. Nothing stated scores 0. */
export function verifyPassage(
  parts: readonly ClaimPart[],
  { vectors, model, context }: PassageVerifierParts,
): PassageSupport {
  if (parts.length === 0) return { score: 0, supported: false };
  return {
    score:
      context === undefined
        ? passageScore(passageEvidence(parts, vectors), model)
        : contextScore(contextEvidence(parts, context.read, vectors), context.model),
    supported: parts.every(
      ({ statement, candidates }) => verify(statement, told(candidates), { vectors, model }).verdict === 'supported',
    ),
  };
}
