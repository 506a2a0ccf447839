import { readFile } from 'node:fs/promises';
import { ParleyError } from '../errors.js';

/**
 * Vectors of single words, so that "truce" in a question meets "ceasefire" in a text. Made from the shipped encoder by
 * scripts/build-word-vectors.ts; they know nothing of any corpus.
 */
export interface WordVectors {
  readonly dimensions: number;
  /** The row of a term (language/terms.ts), or -1 when the table lacks it, as it does most names. */
  rowOf(term: string): number;
  /** Cosine of two rows, -1 to 1; 0 when either is -1. */
  similarity(a: number, b: number): number;
  /**
   * How rare the word is in English at large, 0 (among the commonest) to 1 (among the rarest, and for row -1): a small
   * collection cannot know that "exactly" says little and "constitution" says much.
   */
  rarity(row: number): number;
}

export interface WordVectorTable {
  readonly words: readonly string[];
  /** Place of each word among the words of the encoder's vocabulary, from 0, the commonest first. */
  readonly ranks: readonly number[];
  /** Row-major, unit rows. */
  readonly rows: Float32Array;
  readonly dimensions: number;
}

/*
 * The file:  "PWV2" │ words u32 │ dimensions u32 │ bytes of the word list u32 │ words, one a line │ ranks u16 │ int8 rows
 * Rows have unit length times 127.
 */
const magic = 'PWV2';
const headerBytes = 16;
const scale = 127;

export function encodeWordVectors({ words, ranks, rows, dimensions }: WordVectorTable): Uint8Array {
  const list = Buffer.from(words.join('\n'), 'utf8');
  const ranksAt = headerBytes + list.length;
  const rowsAt = ranksAt + 2 * words.length;
  const file = Buffer.alloc(rowsAt + words.length * dimensions);
  file.write(magic, 0, 'latin1');
  file.writeUInt32LE(words.length, 4);
  file.writeUInt32LE(dimensions, 8);
  file.writeUInt32LE(list.length, 12);
  list.copy(file, headerBytes);
  for (const [row, rank] of ranks.entries()) file.writeUInt16LE(rank, ranksAt + 2 * row);
  for (let i = 0; i < words.length * dimensions; i++) {
    file.writeInt8(Math.max(-scale, Math.min(scale, Math.round((rows[i] ?? 0) * scale))), rowsAt + i);
  }
  return file;
}

/**
 * Sum of the products of two rows, in whole numbers: exact in any order, so that four sums can run side by side. A question
 * is held against some two thousand words.
 */
function rowProduct(values: Int8Array, dimensions: number, a: number, b: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let i = a * dimensions;
  let j = b * dimensions;
  const end = i + dimensions;
  for (; i + 3 < end; i += 4, j += 4) {
    first += Math.imul(values[i] as number, values[j] as number);
    second += Math.imul(values[i + 1] as number, values[j + 1] as number);
    third += Math.imul(values[i + 2] as number, values[j + 2] as number);
    fourth += Math.imul(values[i + 3] as number, values[j + 3] as number);
  }
  for (; i < end; i++, j++) first += Math.imul(values[i] as number, values[j] as number);
  return first + second + third + fourth;
}

export function decodeWordVectors(file: Buffer, path: string): WordVectors {
  const count = file.length >= headerBytes ? file.readUInt32LE(4) : 0;
  const dimensions = file.length >= headerBytes ? file.readUInt32LE(8) : 0;
  const listBytes = file.length >= headerBytes ? file.readUInt32LE(12) : 0;
  const sound =
    file.toString('latin1', 0, 4) === magic &&
    file.length === headerBytes + listBytes + count * (2 + dimensions) &&
    count > 0;
  if (!sound) {
    throw new ParleyError(`${path} is not a table of word vectors.`, 'Restore it with `git checkout -- models`.');
  }
  const words = file.toString('utf8', headerBytes, headerBytes + listBytes).split('\n');
  const rowByWord = new Map(words.map((word, row) => [word, row]));
  const ranksAt = headerBytes + listBytes;
  const ranks = Uint16Array.from({ length: count }, (_, row) => file.readUInt16LE(ranksAt + 2 * row));
  const largestRank = ranks.reduce((largest, rank) => Math.max(largest, rank), 1);
  const values = new Int8Array(file.buffer, file.byteOffset + ranksAt + 2 * count, count * dimensions);
  return {
    dimensions,
    rowOf: (term) => rowByWord.get(term) ?? -1,
    similarity(a, b) {
      if (a < 0 || b < 0) return 0;
      return rowProduct(values, dimensions, a, b) / (scale * scale);
    },
    // Zipf: the logarithm of the rank falls evenly with the logarithm of how often a word is used.
    rarity: (row) => (row < 0 ? 1 : Math.log1p(ranks[row] as number) / Math.log1p(largestRank)),
  };
}

export async function loadWordVectors(path: string): Promise<WordVectors> {
  const file = await readFile(path).catch((cause: unknown) => {
    throw new ParleyError(`${path} cannot be read.`, 'Restore it with `git checkout -- models`.', { cause });
  });
  return decodeWordVectors(file, path);
}
