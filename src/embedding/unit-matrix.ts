import { EncoderError } from '../errors.js';

/**
 * Scales every row of a row-major matrix to length 1, in place.
 * @throws EncoderError for a row without a direction: all zero, or not finite.
 */
export function normaliseRows(matrix: Float32Array, dimensions: number, source: string): void {
  for (let offset = 0; offset < matrix.length; offset += dimensions) {
    let squares = 0;
    for (let index = offset; index < offset + dimensions; index += 1) squares += (matrix[index] ?? 0) ** 2;
    const length = Math.sqrt(squares);
    if (!(length > 0) || !Number.isFinite(length)) {
      throw new EncoderError(
        `${source} gave a vector of length ${length} for text ${offset / dimensions + 1} of a batch.`,
        'The model is damaged or is no text encoder: choose another with EMBEDDING_MODEL.',
      );
    }
    for (let index = offset; index < offset + dimensions; index += 1) matrix[index] = (matrix[index] ?? 0) / length;
  }
}

/** A vector as a plain array; a loop, because Array.from takes twenty times as long over a typed array. */
export function numbersOf(vector: Float32Array): number[] {
  const numbers: number[] = [];
  for (let index = 0; index < vector.length; index += 1) numbers.push(vector[index] as number);
  return numbers;
}

/** The rows of a row-major matrix as plain arrays, which is how LangChain passes vectors. */
export function rowsOf(matrix: Float32Array, dimensions: number): number[][] {
  const rows: number[][] = [];
  for (let offset = 0; offset < matrix.length; offset += dimensions) {
    rows.push(numbersOf(matrix.subarray(offset, offset + dimensions)));
  }
  return rows;
}
