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
