import type { ClaimFindings } from '../check.js';
import type { WordVectors } from '../language/word-vectors.js';
import type { CheckedClaim } from '../types.js';
import { compare } from '../verifying/comparison.js';
import type { Statement } from '../verifying/statement.js';
import { type GivenText, givenText } from './given-passages.js';

/** A claim to explain, and what it was held against. */
export interface ClaimToExplain {
  /** Its place among the claims of the check. */
  readonly at: number;
  readonly checked: CheckedClaim;
  readonly statement: Statement;
  /** Its own quotes, numbered through all claims. */
  readonly given: readonly GivenText[];
  readonly documentDate: string | null;
}

/** Nobody reads more at once, and one reply has room for them. */
const mostExplained = 4;
/** Of a claim that is not covered a quote must say so much, 0 to 1: what says less has nothing to do with it. */
const leastNear = 0.5;

function isNear({ statement, rows }: ClaimFindings, words: WordVectors): boolean {
  return statement !== null && rows.some(({ row }) => compare(statement, row, words).whole >= leastNear);
}

/** The first claims that something can be told of: what was said about them, or of something near. */
export function claimsToExplain(findings: readonly ClaimFindings[], words: WordVectors): readonly ClaimToExplain[] {
  const claims: ClaimToExplain[] = [];
  let n = 0;
  for (const [at, one] of findings.entries()) {
    const { checked, statement, rows } = one;
    if (claims.length === mostExplained) break;
    if (statement === null || rows.length === 0) continue;
    if (checked.verdict === 'not-covered' && !isNear(one, words)) continue;
    const given = rows.map(({ row: { generation, chunk }, before }) => {
      const chunks = Array.from({ length: before + 1 }, (_, i) => chunk - before + i);
      n += 1;
      return givenText(generation, chunks, n);
    });
    claims.push({ at, checked, statement, given, documentDate: rows[0]?.row.documentDate ?? null });
  }
  return claims;
}
