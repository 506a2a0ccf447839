import type { WordVectors } from '../language/word-vectors.js';
import { align, type Match } from './alignment.js';
import type { AskedThing } from './asked-thing.js';
import type { Candidate } from './comparison.js';
import type { Statement } from './statement.js';

/** A sentence of a document, with what a reader of the document knows when coming to it, held against a question. */
export interface Disputant extends Candidate {
  readonly documentText: string;
  /** Where the question's words are met: in the sentence, then in each of those before it, then in the title. */
  readonly asked: readonly (readonly Match[])[];
}

/** The same of two sentences. */
export type Both<T> = readonly [first: T, second: T];

/** Offsets into a sentence's text. */
export type Stretch = readonly [start: number, end: number];

/** What a reader has in mind at a sentence: the sentence, what stands before it and the title. */
export function scopeOf({
  statement,
  before,
  title,
}: Pick<Candidate, 'statement' | 'before' | 'title'>): readonly Statement[] {
  return [statement, ...before, ...(title === undefined ? [] : [title])];
}

/** Lays a question beside a sentence and what stands around it. */
export function disputantOf(
  { statement }: AskedThing,
  candidate: Candidate,
  documentText: string,
  vectors: WordVectors,
): Disputant {
  const scope = scopeOf(candidate);
  return { ...candidate, documentText, asked: scope.map((one) => align(statement, one, vectors)) };
}
