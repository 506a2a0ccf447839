import type { MentionKind } from '../language/mention.js';
import type { Question, Want } from '../language/question.js';
import { termsOf } from '../language/terms.js';
import type { ChunkReading } from './chunk-reading.js';

/** Which mentions can answer each want; wants that no kind of mention answers are left out. */
const kindsByWant: Readonly<Partial<Record<Want, readonly MentionKind[]>>> = {
  person: ['person', 'organisation'],
  place: ['place'],
  organisation: ['organisation', 'person'],
  date: ['date'],
  duration: ['duration'],
  number: ['number', 'money', 'percent'],
  money: ['money', 'number'],
  percent: ['percent', 'number'],
};

/** The kinds of mention that would answer the question; empty when it asks for something else. */
export function wantedKinds(question: Question): ReadonlySet<MentionKind> {
  return new Set([...question.wants].flatMap((want) => kindsByWant[want] ?? []));
}

/** True when a text says something of a wanted kind that the question has not already said. */
export function holdsWanted(
  wanted: ReadonlySet<MentionKind>,
  question: Question,
  reading: Pick<ChunkReading, 'text' | 'mentions'>,
): boolean {
  const asked = new Set(question.terms);
  return reading.mentions.some(
    ({ kind, start, end }) =>
      wanted.has(kind) && !termsOf(reading.text.slice(start, end)).every((term) => asked.has(term)),
  );
}
