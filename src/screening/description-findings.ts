import type { Document } from '../types.js';
import { characterFindings } from './character-findings.js';
import { encodedOrderSign } from './encoded-orders.js';
import type { DescriptionFinding } from './finding.js';
import { linkFindings } from './link-findings.js';
import { mentionFindings } from './mention-findings.js';
import { moreSevere } from './order-sign.js';
import { plainWordsOf } from './plain-words.js';
import { readOrder } from './read-order.js';
import type { Piece } from './text-pieces.js';

const fields = ['title', 'publisher', 'author', 'licence'] as const;
/** Longer than any title; what would come after it is shown to nobody. */
const longest = 1_000;

function pieceOf(value: string): Piece {
  const text = value.slice(0, longest).toWellFormed();
  return { paragraph: 0, start: 0, end: text.length, text, opensLine: true, closesLine: true };
}

/**
 * What is said of a document and should not be: a file names its own title and author, members read them beside every
 * quote, and a language model is given them with the text. What the text says too, such as its first heading, is told there.
 */
export function* descriptionFindings({ metadata, text }: Document): Generator<DescriptionFinding> {
  for (const field of fields) {
    const said = metadata[field] ?? '';
    if (text.includes(said)) continue;
    const piece = pieceOf(said);
    const order = moreSevere(readOrder(piece.text, plainWordsOf(piece.text)), encodedOrderSign(piece.text));
    if (order !== undefined) {
      const { severity, explanation } = order;
      yield { kind: 'description', field, severity, explanation, quote: piece.text };
    }
    for (const { severity, explanation, quote } of [
      ...characterFindings(piece),
      ...mentionFindings(piece),
      ...linkFindings(piece),
    ]) {
      yield { kind: 'description', field, severity, explanation, quote };
    }
  }
}
