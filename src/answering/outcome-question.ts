import { termsOf } from '../language/terms.js';
import { attributionOf } from './attribution.js';
import type { ChunkReading } from './chunk-reading.js';

/** Did an agreement that a text announces last? "did the ceasefire hold?", "when did the truce collapse?" */
const outcomeOf =
  /\b(?:did|does|has|have|was|were|will|is|when|why|how(?: long| many \w+)?)\b.*?\b(?<subject>ceasefire|cease-fire|truce|deal|agreement|accord|pact|peace|plan|treaty|process)\b.*?\b(?<outcome>hold|held|holding|last|lasted|survived?|succeed(?:ed)?|work(?:ed)? out|collapsed?|fail(?:ed)?|fall apart|fell apart|break(?:s)? down|broke down|broken|violated|end(?:ed)?|expired?|resum(?:e|ed)|honou?red|implemented|opened)\b/iu;

/** Asks what ought to be: a condition answers that. */
const asksForCondition = /\b(?:should|must|ha(?:s|ve) to|needs?|supposed|expected|required|could|would|might|may)\b/iu;

export interface OutcomeQuestion {
  readonly subject: readonly string[];
  readonly outcome: readonly string[];
}

/** The agreement and the outcome that a question asks about, as terms; `undefined` when it asks something else. */
export function outcomeAsked(question: string): OutcomeQuestion | undefined {
  if (asksForCondition.test(question)) return undefined;
  const { subject, outcome } = outcomeOf.exec(question)?.groups ?? {};
  return subject === undefined || outcome === undefined
    ? undefined
    : { subject: termsOf(subject), outcome: termsOf(outcome) };
}

/**
 * True when a sentence tells that outcome as something that happened. "The ceasefire should hold for at least one week"
 * does not: a text that announces an agreement can only say what is hoped for.
 */
export function tellsOutcome({ subject, outcome }: OutcomeQuestion, { text, terms }: ChunkReading): boolean {
  const has = (some: readonly string[]): boolean => some.some((term) => terms.has(term));
  return has(subject) && has(outcome) && attributionOf(text) !== 'conditional';
}
