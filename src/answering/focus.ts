import { termsOf } from '../language/terms.js';

/** "which hotel", "what sort of weapons", "how many officers", "how old", "whose efforts": the thing that is asked for. */
const focusPhrase =
  /\b(?:which|what|whose)(?:\s+(?:kind|kinds|sort|sorts|type|types)\s+of)?\s+(?<thing>(?:[\p{L}'’-]+\s+){0,2}?[\p{L}'’-]+)\s+(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|might|may|in|of|at|for|on|to|that|from|[\p{L}]+(?:ed|s))\b|\bhow\s+(?:many|much)\s+(?<counted>[\p{L}'’-]+)|\bhow\s+(?<measured>old|big|large|far|tall|fast|high|deep|heavy|wide|rich|popular|expensive)\b|\b(?:name|names|leader|head|author|date|age|cost|price|size|number|colou?r|address|capital|population|winner|owner)\s+of\b/iu;

/** Words after which/what that ask nothing by themselves. */
const empty = new Set(['else', 'exactly', 'other', 'exact', 'main', 'new', 'one']);

/**
 * The term that an answer must be about, when the question names it: a text that has nothing like a hotel does not say
 * which one. `undefined` when the question names none ("what did he say?").
 */
export function focusOf(question: string): string | undefined {
  const found = focusPhrase.exec(question);
  if (found === null) return undefined;
  const { thing, counted, measured } = found.groups ?? {};
  const words = (thing ?? counted ?? measured ?? found[0])
    .split(/\s+/)
    .filter((word) => !empty.has(word.toLowerCase()));
  // The last word of "regional opposition sponsors" is the thing; the others only describe it.
  return termsOf(words.join(' ')).at(-1);
}
