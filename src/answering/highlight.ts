import type { MentionKind } from '../language/mention.js';
import type { Question } from '../language/question.js';
import { termsOf, termsWithPlaces } from '../language/terms.js';
import type { ChunkReading } from './chunk-reading.js';

/** A clause that gives a reason, from its conjunction to the end of the clause: the dots of "U.S." and "1.5" end none. */
const reasonClause =
  /\b(?:because|due to|owing to|as a result of|so that|in order to|since|thanks to)\b(?:[^.;]|(?<=\b\p{L})\.|\.(?=\p{N}))*/iu;

/** Where the question's own words stand: an answer is usually near them. */
function distanceTo(places: readonly number[], at: number): number {
  return places.reduce((nearest, place) => Math.min(nearest, Math.abs(place - at)), Number.POSITIVE_INFINITY);
}

/** True when the question has said a mention already; a person by the last name alone. */
function isSaid(kind: MentionKind, terms: readonly string[], asked: ReadonlySet<string>): boolean {
  return (kind === 'person' ? terms.slice(-1) : terms).every((term) => asked.has(term));
}

/**
 * The words of a quote that answer the question, as offsets into the quote; `undefined` when none stand out. Among
 * mentions of a wanted kind that the question has not already said, the one nearest to the question's own words.
 */
export function highlightIn(
  question: Question,
  wanted: ReadonlySet<MentionKind>,
  reading: ChunkReading,
): readonly [start: number, end: number] | undefined {
  const { text, mentions } = reading;
  if (question.wants.has('reason')) {
    const clause = reasonClause.exec(text);
    if (clause !== null) return [clause.index, clause.index + clause[0].trimEnd().length];
  }
  if (wanted.size === 0) return undefined;
  const asked = new Set(question.terms);
  const places = termsWithPlaces(text)
    .filter(({ term }) => asked.has(term))
    .map(({ start }) => start);
  const fitting = mentions
    .filter(({ kind, start, end }) => wanted.has(kind) && !isSaid(kind, termsOf(text.slice(start, end)), asked))
    .toSorted((a, b) => distanceTo(places, a.start) - distanceTo(places, b.start) || a.start - b.start);
  const best = fitting[0];
  return best === undefined ? undefined : [best.start, best.end];
}
