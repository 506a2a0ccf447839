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
}

/*
 * The file:  "PWV1" │ words u32 │ dimensions u32 │ bytes of the word list u32 │ words, one a line │ int8 rows
 * Rows have unit length times 127.
 */
const magic = 'PWV1';
const headerBytes = 16;
const scale = 127;

export function encodeWordVectors(words: readonly string[], rows: Float32Array, dimensions: number): Uint8Array {
  const list = Buffer.from(words.join('\n'), 'utf8');
  const file = Buffer.alloc(headerBytes + list.length + words.length * dimensions);
  file.write(magic, 0, 'latin1');
  file.writeUInt32LE(words.length, 4);
  file.writeUInt32LE(dimensions, 8);
  file.writeUInt32LE(list.length, 12);
  list.copy(file, headerBytes);
  for (let i = 0; i < words.length * dimensions; i++) {
    file.writeInt8(
      Math.max(-scale, Math.min(scale, Math.round((rows[i] ?? 0) * scale))),
      headerBytes + list.length + i,
    );
  }
  return file;
}

export function decodeWordVectors(file: Buffer, path: string): WordVectors {
  const count = file.length >= headerBytes ? file.readUInt32LE(4) : 0;
  const dimensions = file.length >= headerBytes ? file.readUInt32LE(8) : 0;
  const listBytes = file.length >= headerBytes ? file.readUInt32LE(12) : 0;
  const sound =
    file.toString('latin1', 0, 4) === magic &&
    file.length === headerBytes + listBytes + count * dimensions &&
    count > 0;
  if (!sound) {
    throw new ParleyError(`${path} is not a table of word vectors.`, 'Restore it with `git checkout -- models`.');
  }
  const words = file.toString('utf8', headerBytes, headerBytes + listBytes).split('\n');
  const rowByWord = new Map(words.map((word, row) => [word, row]));
  const values = new Int8Array(file.buffer, file.byteOffset + headerBytes + listBytes, count * dimensions);
  return {
    dimensions,
    rowOf: (term) => rowByWord.get(term) ?? -1,
    similarity(a, b) {
      if (a < 0 || b < 0) return 0;
      let sum = 0;
      for (let i = a * dimensions, j = b * dimensions, end = i + dimensions; i < end; i++, j++) {
        sum += (values[i] as number) * (values[j] as number);
      }
      return sum / (scale * scale);
    },
  };
}

export async function loadWordVectors(path: string): Promise<WordVectors> {
  const file = await readFile(path).catch((cause: unknown) => {
    throw new ParleyError(`${path} cannot be read.`, 'Restore it with `git checkout -- models`.', { cause });
  });
  return decodeWordVectors(file, path);
}
