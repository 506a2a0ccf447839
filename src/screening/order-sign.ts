import type { Severity } from './finding.js';
import type { PlainWords } from './plain-words.js';

/** Something in a piece of text that speaks to a model instead of a reader. */
export interface OrderSign {
  readonly severity: Severity;
  /** What it does, in one plain sentence. */
  readonly explanation: string;
}

/** A way to give a model an order, looked for wherever one of its trigger words stands. */
export interface OrderRule {
  readonly triggers: readonly string[];
  read(reading: PlainWords, at: number): OrderSign | undefined;
}

const ranks: Readonly<Record<Severity, number>> = { low: 1, medium: 2, high: 3 };

/** The graver of two signs, of equals the first. */
export function moreSevere(one: OrderSign | undefined, other: OrderSign | undefined): OrderSign | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return ranks[other.severity] > ranks[one.severity] ? other : one;
}
