import type { WordVectors } from '../language/word-vectors.js';
import type { Verdict } from '../types.js';
import { readStatement, type Statement } from '../verifying/statement.js';
import { shippedSupportModel } from '../verifying/support-model.js';
import { verify } from '../verifying/verifier.js';

/** A sentence that speaks of the claim or the verdict, which no passage does and no model decides. */
const ofVerdict =
  /\b(?:the|this|that|your|his|her|their|above|first|second|third|fourth|last|both|these|those|all) (?:claims?|statements?|assertions?|verdicts?)\b|\bclaim (?:\d|one|two|three|four)\b|\b(?:it|this|that|which) (?:is|was) (?:not |indeed |therefore |thus )*(?:true|false|untrue|correct|incorrect|right|wrong|accurate|inaccurate|supported|contradicted|confirmed|refuted|covered)\b/iu;

export interface HeldAgainst {
  /** What was claimed. */
  readonly claim: Statement;
  readonly verdict: Verdict;
  /** The date of the document that the sentence rests on, where it is known. */
  readonly documentDate: string | null;
  /** Cosine of claim and sentence, -1 to 1. */
  readonly similarity: number;
}

/**
 * Whether an explanation leaves the verdict standing: the claim is held against it as against a sentence of a document.
 * It must not affirm what is contradicted, deny what is supported, or do either to what is not covered.
 */
export function agreesWithVerdict(
  sentence: string,
  { claim, verdict, documentDate, similarity }: HeldAgainst,
  words: WordVectors,
): boolean {
  if (ofVerdict.test(sentence)) return false;
  const statement = readStatement(sentence, words);
  const candidate = { statement, before: [], documentDate, title: undefined, similarity };
  const held = verify(claim, [candidate], { vectors: words, model: shippedSupportModel }).verdict;
  switch (verdict) {
    case 'supported':
      return held !== 'contradicted';
    case 'contradicted':
      return held !== 'supported';
    case 'not-covered':
      return held === 'not-covered';
  }
}
