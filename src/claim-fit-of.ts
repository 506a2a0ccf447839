import type { ClaimFit } from './answering/claim-fit.js';
import type { Evidence } from './answering/evidence.js';
import { chunkStatement, statementsBefore } from './chunk-statements.js';
import type { WordVectors } from './language/word-vectors.js';
import { type Comparison, compare, sureShare } from './verifying/comparison.js';
import type { FindingKind } from './verifying/finding.js';
import { readStatement, type Statement } from './verifying/statement.js';
import { countedOf, wordsSaid } from './verifying/words-said.js';

/** "so why did …", "in which city is …", "how many …": what asks, and the auxiliary after it. */
const asking =
  /^(?:(?:so|and|but|ok|okay|well|hey|pls|please|then)\b[ ,]*)*(?:(?:(?:in|to|from|at|on|by|for|with) )?(?:who|whom|whose|what|which|when|where|why|how(?: long| many| much| often| far| old)?)(?:['’]?s)?\b\s*)?(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b\s*)?/iu;

/** Longer messages are pasted texts; reading one as a claim would take longer than the answer. */
const longestClaim = 400;

/** What a question says of the world, without what it asks. */
export function claimIn(question: string): string {
  return question.slice(0, longestClaim).toWellFormed().replaceAll('?', ' ').trim().replace(asking, '');
}

function fitOf(claim: Statement, comparison: Comparison): ClaimFit {
  const { own, whole, met, findings } = comparison;
  const count = (kind: FindingKind): number => countedOf(findings, kind);
  return {
    own,
    whole,
    ...wordsSaid(claim, comparison),
    sure: sureShare(claim, met),
    conflicts: findings.filter(({ conflict }) => conflict).length,
    findings: findings.length,
    number: count('number'),
    date: count('date'),
    name: count('name'),
    polarity: count('polarity'),
    opposite: count('opposite'),
    order: count('order'),
    mood: count('mood'),
    report: count('report'),
    guess: count('guess'),
    condition: count('condition'),
  };
}

/** Holds what a question presupposes against one sentence that may answer it. */
export function claimFitOf(question: string, words: WordVectors): (evidence: Evidence) => ClaimFit {
  let claim: Statement | undefined;
  return ({ generation, chunk }) => {
    claim ??= readStatement(claimIn(question), words);
    const candidate = {
      statement: chunkStatement(generation, chunk, words),
      before: statementsBefore(generation, chunk, words),
      documentDate: null,
      title: undefined,
      similarity: 0,
    };
    return fitOf(claim, compare(claim, candidate, words));
  };
}
