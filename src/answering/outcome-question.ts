import { termsOf } from '../language/terms.js';
import { isConditional } from './attribution.js';
import type { ChunkReading } from './chunk-reading.js';

/** Did an agreement that a text announces last? "did the ceasefire hold?", "when did the truce collapse?" */
const outcomeOf =
  /\b(?:did|does|has|have|was|were|will|is|when|why|how(?: long| many \w+)?)\b.*?\b(?<subject>ceasefire|cease-fire|truce|deal|agreement|accord|pact|peace|plan|treaty|process)\b.*?\b(?:hold|held|holding|last|lasted|survived?|succeed(?:ed)?|work(?:ed)? out|collapsed?|fail(?:ed)?|fall apart|fell apart|break(?:s)? down|broke down|broken|violated|end(?:ed)?|expired?|resum(?:e|ed)|honou?red|implemented|opened)\b/iu;

/** Asks what ought to be: a condition answers that. */
const asksForCondition =
  /\b(?:should|must|ha(?:s|ve) to|needs?|supposed|expected|required|could|would|might|may|if|in case)\b/iu;

/** Whatever became of it: that the truce collapsed also answers whether it held. */
const outcomeTerms: ReadonlySet<string> = new Set(
  termsOf(
    `hold held last lasted survive succeed collapse fail fell broke broken violate end expire resume honour honor implement
    open`,
  ),
);

export interface OutcomeQuestion {
  /** Terms of the agreement that is meant. */
  readonly subject: readonly string[];
}

/** The agreement whose outcome a question asks for; `undefined` when it asks something else. */
export function outcomeAsked(question: string): OutcomeQuestion | undefined {
  if (asksForCondition.test(question)) return undefined;
  const subject = outcomeOf.exec(question)?.groups?.subject;
  return subject === undefined ? undefined : { subject: termsOf(subject) };
}

/**
 * True when a sentence tells an outcome as something that happened. "The ceasefire should hold for at least one week"
 * does not: a text that announces an agreement can only say what is hoped for.
 */
export function tellsOutcome({ subject }: OutcomeQuestion, { text, terms }: ChunkReading): boolean {
  const names = subject.some((term) => terms.has(term));
  return names && [...terms].some((term) => outcomeTerms.has(term)) && !isConditional(text);
}
