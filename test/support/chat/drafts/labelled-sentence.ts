import { createHash } from 'node:crypto';
import { type DraftKind, type HonestKind, honestKinds } from './kinds.js';

/** A draft sentence before it is known which half it belongs to. */
export interface LabelledSentence {
  readonly text: string;
  readonly cites: readonly number[];
  readonly kind: DraftKind;
  readonly origin: 'hand' | 'rule';
  /** What it was made from: sentences of one source belong to one half. */
  readonly source: string;
}

const honest: ReadonlySet<DraftKind> = new Set(honestKinds);

export function isHonestKind(kind: DraftKind): kind is HonestKind {
  return honest.has(kind);
}

/** By hash, so that adding a sentence moves no other one. */
export function halfOf(source: string): 'tuning' | 'heldOut' {
  return (createHash('sha256').update(source).digest()[0] ?? 0) % 2 === 0 ? 'tuning' : 'heldOut';
}
