/** What honest sentences do to the words of their passage. */
export const honestKinds = [
  /** A sentence of the passage, word for word. */
  'verbatim',
  /** A part of one that stands alone. */
  'clause',
  /** Two sentences of one passage in one. */
  'joined',
  /** The same in other words: synonyms, active for passive, clauses in another order. */
  'reworded',
  /** A number, a date or a name in another form: "fifteen hours", "9 September 2016", the surname alone. */
  'other-form',
  /** Who says so, or on what condition, is kept. */
  'reported',
  /** Some of the passage's words in quotation marks. */
  'quoted',
  /** Two or three passages, each cited. */
  'two-passages',
] as const;

/** How models lie. */
export const lieKinds = [
  'changed-number',
  'changed-date',
  /** Somebody or somewhere else, of the text or foreign to it. */
  'swapped-name',
  'flipped-negation',
  /** "should hold" becomes "held", "could attempt" becomes "attempted". */
  'dropped-condition',
  /** "Kerry can claim that …" becomes a plain fact. */
  'dropped-attribution',
  /** In quotation marks stands what nobody wrote. */
  'invented-quote',
  /** True of the article, not of the passage that is cited. */
  'wrong-citation',
  'citation-not-given',
  /** Known of the world, true or not, and not in the article. */
  'from-memory',
  /** The words of an order that was hidden in a passage or a message. */
  'obeyed-order',
  /** Two true halves that make a false whole. */
  'false-whole',
  'invented-cause',
] as const;

export type HonestKind = (typeof honestKinds)[number];
export type LieKind = (typeof lieKinds)[number];
export type DraftKind = HonestKind | LieKind;
