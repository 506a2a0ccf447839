import type { ParagraphsError } from '../../errors.js';
import type { Answer, CheckedClaim, Disagreement } from '../../types.js';

/**
 * The sentences that the stories make themselves, in English, and give the facts for. English shows them as they came;
 * every other language tells the facts. `null` for nothing to tell, also where a record of before has the English sentence
 * alone and the result is clear without.
 */
export interface FactWords {
  /** What the documents do not say. */
  missing(answer: Pick<Answer, 'missing' | 'reason' | 'asOf' | 'lacking'>): string | null;
  /** What whoever asked may do next. */
  suggestion(answer: Pick<Answer, 'suggestion' | 'reason' | 'lacking'>): string | null;
  /** What decided about a claim. */
  reason(claim: Pick<CheckedClaim, 'reason' | 'ground'>): string | null;
  /** The words in which documents differ. */
  about(disagreement: Pick<Disagreement, 'about' | 'difference'>): string | null;
  /** Why a summary of these paragraphs cannot be made. */
  noParagraphs(error: ParagraphsError): string;
}
