import { answerRules } from './answer-rules.js';
import { foreignOrderSign } from './foreign-orders.js';
import { identityRules } from './identity-rules.js';
import { moreSevere, type OrderRule, type OrderSign } from './order-sign.js';
import { overrideRules } from './override-rules.js';
import type { PlainWords } from './plain-words.js';
import { roleMarkerSign } from './role-markers.js';
import { takeoverRules } from './takeover-rules.js';
import { userRules } from './user-rules.js';

const rulesByTrigger: ReadonlyMap<string, readonly OrderRule[]> = (() => {
  const found = new Map<string, OrderRule[]>();
  for (const rule of [...overrideRules, ...takeoverRules, ...answerRules, ...userRules, ...identityRules]) {
    for (const trigger of new Set(rule.triggers)) found.set(trigger, [...(found.get(trigger) ?? []), rule]);
  }
  return found;
})();

/** Words outside quotation marks that make what stands inside a quotation: "attackers write “…” into a page". */
const fewestWordsAround = 3;

/**
 * The gravest sign in a piece of text that it speaks to a model; `undefined` when it has none. What a text only quotes is
 * a low sign: an article about such orders has to quote them. Time is linear in the length of the piece.
 *
 * @param piece as it stands in the text
 */
export function readOrder(piece: string, reading: PlainWords): OrderSign | undefined {
  const { words, quoted, unquoted, text } = reading;
  let gravest = moreSevere(roleMarkerSign(piece), foreignOrderSign(text));
  for (const [at, word] of words.entries()) {
    const rules = rulesByTrigger.get(word);
    if (rules === undefined) continue;
    for (const rule of rules) {
      const sign = rule.read(reading, at);
      if (sign === undefined) continue;
      const isQuotation = quoted[at] === 1 && unquoted >= fewestWordsAround;
      gravest = moreSevere(
        gravest,
        isQuotation
          ? { severity: 'low', explanation: `In quotation marks: ${sign.explanation.replace(/^It/u, 'it')}` }
          : sign,
      );
    }
  }
  return gravest;
}
