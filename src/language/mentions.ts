import type { Mention } from './mention.js';
import { nameSpans } from './name-mentions.js';
import { mentionOf, quantitySpans } from './quantity-mentions.js';
import { wordTokensOf } from './word-tokens.js';

/** Every name, date and amount in an English text, in reading order, none overlapping another. */
export function mentionsOf(text: string): readonly Mention[] {
  const tokens = wordTokensOf(text);
  const amounts = quantitySpans(text, tokens);
  const taken = new Uint8Array(tokens.length);
  const found: Mention[] = [];
  for (const amount of amounts) {
    taken.fill(1, amount.first, amount.end);
    const mention = mentionOf(text, tokens, amount);
    if (mention !== undefined) found.push(mention);
  }
  for (const { kind, first, end } of nameSpans(tokens, taken)) {
    const start = tokens[first]?.start;
    const last = tokens[end - 1]?.end;
    if (kind !== 'other' && start !== undefined && last !== undefined) found.push({ kind, start, end: last });
  }
  return found.toSorted((one, other) => one.start - other.start);
}
