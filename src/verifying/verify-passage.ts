import type { WordVectors } from '../language/word-vectors.js';
import type { Candidate } from './comparison.js';
import type { FindingKind } from './finding.js';
import type { Statement } from './statement.js';
import { worstFeatures } from './support-features.js';
import { type SupportModel, supportProbability } from './support-score.js';
import { verify, weigh } from './verifier.js';

/** One sentence of what is claimed, and the sentences of the passage that it is held against. */
export interface ClaimPart {
  readonly statement: Statement;
  readonly candidates: readonly Candidate[];
}

export interface PassageEvidence {
  /** In the order of `supportFeatures`; `undefined` when there is nothing to compare. */
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
    conflicts ||= best.comparison.findings.some(({ conflict, kind }) => conflict && otherFacts.has(kind));
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

/** Whether one passage supports a statement of one or more sentences. */
export function verifyPassage(
  parts: readonly ClaimPart[],
  { vectors, model }: { readonly vectors: WordVectors; readonly model: SupportModel },
): PassageSupport {
  return {
    score: passageScore(passageEvidence(parts, vectors), model),
    supported:
      parts.length > 0 &&
      parts.every(
        ({ statement, candidates }) => verify(statement, candidates, { vectors, model }).verdict === 'supported',
      ),
  };
}
