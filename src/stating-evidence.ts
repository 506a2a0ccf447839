import type { Assessment, RankedEvidence } from './answering/assess.js';
import { joinsFrom } from './answering/choose-sentences.js';
import type { ChunkReading } from './answering/chunk-reading.js';
import { probability } from './answering/logistic-model.js';
import { givesOrders } from './writing/gives-orders.js';

/** Where none is so near, what is quoted in place of an order is at least this share as sure: a manual is made of orders. */
const leastAsSure = 0.5;

/** Whether a piece of a document states something. */
export type IsStating = (piece: Pick<ChunkReading, 'text'>) => boolean;

const isStating: IsStating = ({ text }) => !givesOrders(text);

/**
 * The evidence without sentences that tell somebody what to do or to say, where others answer too: a quote of an order
 * planted in a document would do what it was planted for. Where no other does, as in a document of instructions for people,
 * all of it.
 *
 * @param weighAgain What there is when nothing but statements is weighed, `null` where that is no answer; asked where
 * nothing else comes near an order.
 */
export function statingEvidence(
  { ranked, confidence }: Assessment,
  weighAgain: (isStating: IsStating) => Assessment | null,
): readonly RankedEvidence[] {
  const [best] = ranked;
  if (best === undefined) return ranked;
  const bar = probability(best.odds) * joinsFrom;
  const near = ranked.filter(({ odds }) => probability(odds) >= bar);
  const stating = near.filter(({ reading }) => isStating(reading));
  if (stating.length === near.length) return ranked;
  // What stands further down may come up in place of what is left out, and is looked at too.
  if (stating.length > 0) return ranked.filter(({ reading }) => isStating(reading));
  const again = weighAgain(isStating);
  return again !== null && again.confidence >= confidence * leastAsSure ? again.ranked : ranked;
}
