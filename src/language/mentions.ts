import { nameSpans } from './name-mentions.js';
import { mentionOf, quantitySpans } from './quantity-mentions.js';
import { wordTokensOf } from './word-tokens.js';

/**
 * What a mention is. Groups of people ("the Kurds") count as persons, a capital that stands for its government as a place,
 * times of day and periods ("the 1990s") as dates, lengths and weights as numbers.
 */
export type MentionKind = 'person' | 'place' | 'organisation' | 'date' | 'duration' | 'number' | 'money' | 'percent';

/** A name, date or amount in a text; `start` inclusive, `end` exclusive, UTF-16 code units. */
export interface Mention {
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
}

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
