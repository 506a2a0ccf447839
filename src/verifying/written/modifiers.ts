import type { Statement, StatementWord } from '../statement.js';
import { verbFormAt } from './verb-forms.js';

const opensNoun =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|our|some|any|no|of|in|on|at|for|with|by|from|to|about|and|or|more|most|very|such|as|into|between|against|over|under)$/u;

/**
 * True for a word that only describes the one after it ("the *humanitarian* situation") or how something is done
 * ("*openly* taking part"): without it the sentence says less, and nothing else.
 */
export function isModifier({ tokens, words }: Statement, word: StatementWord): boolean {
  const token = tokens[word.token];
  if (token === undefined || word.isName || word.isFigure || token.shape !== 'lower') return false;
  if (/\p{L}{3}ly$/u.test(token.lower)) return true;
  const before = tokens[word.token - 1];
  const next = words.find((one) => one.token === word.token + 1);
  const isBeforeNoun =
    next !== undefined &&
    !next.isFigure &&
    (tokens[word.token + 1]?.gap ?? '') === ' ' &&
    verbFormAt(tokens, word.token + 1) === undefined;
  if (!isBeforeNoun || before === undefined || verbFormAt(tokens, word.token) !== undefined) return false;
  const opener = opensNoun.test(before.lower) || before.possessive ? before : tokens[word.token - 2];
  return opener !== undefined && token.gap === ' ' && (opensNoun.test(opener.lower) || opener.possessive);
}
