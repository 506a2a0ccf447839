import { termsOf } from '../language/terms.js';
import { isConditional } from './attribution.js';
import type { ChunkReading } from './chunk-reading.js';

/** Did an agreement that a text announces last? "did the ceasefire hold?", "when did the truce collapse?" */
const asker = /\b(?:did|does|has|have|was|were|will|is|when|why|how)\b/iu;
const agreement = /\b(?:ceasefire|cease-fire|truce|deal|agreement|accord|pact|peace|plan|treaty|process)\b/iu;
const outcome =
  /\b(?:hold|held|holding|last|lasted|survived?|succeed(?:ed)?|work(?:ed)? out|collapsed?|fail(?:ed)?|fall apart|fell apart|break(?:s)? down|broke down|broken|violated|end(?:ed)?|expired?|resum(?:e|ed)|honou?red|implemented|opened)\b/iu;

/** The text and what comes after it. */
function found(pattern: RegExp, text: string): { readonly text: string; readonly rest: string } | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : { text: match[0], rest: text.slice(match.index + match[0].length) };
}

/** The first agreement behind who asks, with an outcome behind it; one after the other, or a long message takes seconds. */
function agreementIn(line: string): string | undefined {
  const asked = found(asker, line);
  const named = asked && found(agreement, asked.rest);
  return named && outcome.test(named.rest) ? named.text : undefined;
}

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
  for (const line of question.split(/[\n\r\u2028\u2029]/u)) {
    const subject = agreementIn(line);
    if (subject !== undefined) return { subject: termsOf(subject) };
  }
  return undefined;
}

/**
 * True when a sentence tells an outcome as something that happened. "The ceasefire should hold for at least one week"
 * does not: a text that announces an agreement can only say what is hoped for.
 */
export function tellsOutcome({ subject }: OutcomeQuestion, { text, terms }: ChunkReading): boolean {
  const names = subject.some((term) => terms.has(term));
  return names && [...terms].some((term) => outcomeTerms.has(term)) && !isConditional(text);
}
