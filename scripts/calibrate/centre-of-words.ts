import type { ReadChunk } from '#src/answering/chunk-reading.js';
import type { Encoder } from '#src/embedding/encoder.js';
import { pieceText } from '#src/language/pieced-text.js';
import type { Generation } from '#src/types.js';

/** Enough that no word moves by more than its eight bits. */
const digits = 4;

/** The mean of the encoder's states at the words of some generations: what all words share. */
export async function centreOfWords(
  generations: readonly Generation[],
  { identity, embedWords }: Encoder,
  readChunk: ReadChunk,
): Promise<readonly number[]> {
  const { dimensions } = identity;
  if (embedWords === undefined) throw new Error('The encoder does not read words in context.');
  const sums = new Float64Array(dimensions);
  let count = 0;
  for (const generation of generations) {
    const rows = Array.from({ length: generation.chunkCount }, (_, chunk) => chunk);
    const texts = rows.map((chunk) => pieceText(readChunk(generation, chunk).text));
    const matrices = await embedWords(texts.map(({ pieces }) => pieces));
    for (const [i, { words }] of texts.entries()) {
      for (const { piece } of words) {
        for (let at = 0; at < dimensions; at++) {
          sums[at] = (sums[at] as number) + (matrices[i]?.[piece * dimensions + at] ?? 0);
        }
      }
      count += words.length;
    }
  }
  return Array.from(sums, (sum) => Number((sum / count).toPrecision(digits)));
}
