/** What stands against a claim in a sentence. */
export type FindingKind =
  | 'number'
  | 'date'
  | 'name'
  | 'polarity'
  | 'opposite'
  | 'order'
  | 'mood'
  | 'report'
  | 'guess'
  | 'condition'
  | 'unsaid';

/**
 * A difference between a claim and a sentence. A `conflict` is certain: both speak of the same thing and say other things
 * of it. Otherwise the sentence only fails to say what the claim says.
 */
export interface Finding {
  readonly kind: FindingKind;
  readonly conflict: boolean;
  /** Offsets into the claim's text. */
  readonly claim: readonly [start: number, end: number];
  /** Offsets into the sentence's text; `undefined` when nothing there stands against it. */
  readonly text: readonly [start: number, end: number] | undefined;
  /** Places of the claim's words that it is about: the rest of the claim must match. */
  readonly words: readonly number[];
}
