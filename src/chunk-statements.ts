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
