import type { PromptPassage } from '../answering/written/grounded-prompt.js';
import { chunkStatement, statementsBefore } from '../chunk-statements.js';
import type { WordVectors } from '../language/word-vectors.js';
import { dotProduct } from '../retrieval/background.js';
import type { Generation, Passage } from '../types.js';
import { readStatement } from '../verifying/statement.js';
import type { GivenPassage } from '../verifying/verify-sentence.js';
import { givesOrders } from './gives-orders.js';

/** A passage as a chat model is given it, and where its sentences stand. */
export interface GivenText {
  readonly prompt: PromptPassage;
  readonly generation: Generation;
  /**
   * Rows of the chunks that a written sentence may rest on, in reading order: all but those that give orders, which a model
   * may obey but nothing is proved by.
   */
  readonly chunks: readonly number[];
}

/** Of a longer paragraph the model gets what stands around its best sentence. */
const longestPassage = 1_800;
/** About 3,000 tokens: small models lose the thread in more, and every passage after the first few is a guess. */
const longestTogether = 12_000;

/** The chunks of a paragraph around one of them, as many as there is room for, in reading order. */
export function chunksAround(
  generation: Generation,
  { paragraph, chunk }: Pick<Passage, 'paragraph' | 'chunk'>,
): number[] {
  const { firstChunk, endChunk } = generation.paragraph(paragraph);
  let first = chunk;
  let last = chunk;
  const fits = (from: number, to: number): boolean =>
    generation.chunk(to).end - generation.chunk(from).start <= longestPassage;
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    if (first > firstChunk && fits(first - 1, last)) {
      first -= 1;
      isGrowing = true;
    }
    if (last + 1 < endChunk && fits(first, last + 1)) {
      last += 1;
      isGrowing = true;
    }
  }
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The text that a run of chunks stands in, and whose it is. */
export function givenText(generation: Generation, chunks: readonly number[], n: number): GivenText {
  const [first = 0] = chunks;
  const { paragraph, start } = generation.chunk(first);
  const { end } = generation.chunk(chunks.at(-1) ?? first);
  const document = generation.documents[generation.paragraph(paragraph).document];
  if (document === undefined)
    throw new Error(`Generation ${generation.id} has no document for paragraph ${paragraph}.`);
  const { title, publisher, author, date } = document.metadata;
  const textOf = (from: number, to: number): string => document.text.slice(from, to);
  const stating = chunks.filter((chunk) => {
    const span = generation.chunk(chunk);
    return !givesOrders(textOf(span.start, span.end));
  });
  return { prompt: { n, title, publisher, author, date, text: textOf(start, end) }, generation, chunks: stating };
}

/** Passages numbered from 1 in the order that is given, as many as fit; the first always does. */
export function givePassages(
  passages: readonly Pick<Passage, 'generation' | 'paragraph' | 'chunk'>[],
): readonly GivenText[] {
  const given: GivenText[] = [];
  let length = 0;
  for (const passage of passages) {
    const { generation } = passage;
    const next = givenText(generation, chunksAround(generation, passage), given.length + 1);
    length += next.prompt.text.length;
    if (given.length > 0 && length > longestTogether) break;
    given.push(next);
  }
  return given;
}

/** What the verifier holds a written sentence against. @param vector The sentence's, of unit length */
export function readGiven(
  { prompt: { n }, generation, chunks }: GivenText,
  vector: Float32Array,
  words: WordVectors,
): GivenPassage {
  const [first = 0] = chunks;
  const metadata = generation.documents[generation.paragraph(generation.chunk(first).paragraph).document]?.metadata;
  const title = metadata === undefined ? undefined : readStatement(metadata.title, words);
  return {
    n,
    sentences: chunks.map((chunk) => ({
      statement: chunkStatement(generation, chunk, words),
      before: statementsBefore(generation, chunk, words),
      documentDate: metadata?.date ?? null,
      title,
      similarity: dotProduct(vector, generation.vector(chunk)),
    })),
  };
}
