import type { WordVectors } from './language/word-vectors.js';
import type { Generation } from './types.js';
import { readStatement, type Statement } from './verifying/statement.js';

const readings = new WeakMap<Generation, Map<number, Statement>>();
const keptReadings = 4096;

/** What a chunk says, read once for as long as its generation is in use. */
export function chunkStatement(generation: Generation, chunk: number, words: WordVectors): Statement {
  const known = readings.get(generation) ?? new Map<number, Statement>();
  readings.set(generation, known);
  const kept = known.get(chunk);
  if (kept !== undefined) return kept;
  const { paragraph, start, end } = generation.chunk(chunk);
  const document = generation.documents[generation.paragraph(paragraph).document];
  const reading = readStatement(document?.text.slice(start, end) ?? '', words);
  if (known.size >= keptReadings) known.clear();
  known.set(chunk, reading);
  return reading;
}

const sentencesBefore = 2;

/** The sentences of its paragraph right before a chunk, at most two, nearest first. */
export function statementsBefore(generation: Generation, chunk: number, words: WordVectors): readonly Statement[] {
  const { firstChunk } = generation.paragraph(generation.chunk(chunk).paragraph);
  return Array.from({ length: Math.min(chunk - firstChunk, sentencesBefore) }, (_, back) =>
    chunkStatement(generation, chunk - 1 - back, words),
  );
}

/** One sentence of a chunk. */
export interface ChunkPart {
  readonly statement: Statement;
  /** Where it begins in the chunk's text. */
  readonly offset: number;
  /** The sentences of its paragraph right before it, at most two, nearest first. */
  readonly before: readonly Statement[];
}

const partings = new WeakMap<Generation, Map<number, readonly ChunkPart[]>>();

function partChunk(generation: Generation, chunk: number, words: WordVectors): readonly ChunkPart[] {
  const { paragraph, start, end } = generation.chunk(chunk);
  const { document, firstSentence, endSentence } = generation.paragraph(paragraph);
  const text = generation.documents[document]?.text ?? '';
  const inside = Array.from({ length: endSentence - firstSentence }, (_, at) =>
    generation.sentence(firstSentence + at),
  ).filter((sentence) => sentence.start >= start && sentence.end <= end);
  // A chunk of one sentence, or of a part of a long one.
  const isWhole = inside.length < 2;
  const own = isWhole
    ? [chunkStatement(generation, chunk, words)]
    : inside.map((sentence) => readStatement(text.slice(sentence.start, sentence.end), words));
  const earlier = statementsBefore(generation, chunk, words);
  return own.map((statement, at) => ({
    statement,
    offset: isWhole ? 0 : (inside[at]?.start ?? start) - start,
    before: [...own.slice(0, at).toReversed(), ...earlier].slice(0, sentencesBefore),
  }));
}

/** The sentences of a chunk, each read on its own; read once for as long as its generation is in use. */
export function chunkParts(generation: Generation, chunk: number, words: WordVectors): readonly ChunkPart[] {
  const known = partings.get(generation) ?? new Map<number, readonly ChunkPart[]>();
  partings.set(generation, known);
  const kept = known.get(chunk);
  if (kept !== undefined) return kept;
  const parts = partChunk(generation, chunk, words);
  if (known.size >= keptReadings) known.clear();
  known.set(chunk, parts);
  return parts;
}
