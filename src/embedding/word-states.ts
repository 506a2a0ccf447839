import type { QuestionInContext } from './encoder.js';

/** A text as its words' tokens. */
export interface TokenisedWords {
  /** Token ids of the whole text, the special ones included. */
  readonly tokens: readonly number[];
  /** For each word the places of its tokens in `tokens`; empty where it has none or lies beyond what the model reads. */
  readonly places: readonly { readonly first: number; readonly end: number }[];
}

/**
 * Puts the tokens of words, one list a word, between those that begin and end every text.
 * @param frame The tokens of a text without words: the special ones and a prefix, of which the last ends the text.
 */
export function joinWords(
  frame: readonly number[],
  words: readonly (readonly number[])[],
  maximumTokens: number,
): TokenisedWords {
  const tokens = frame.slice(0, -1);
  const places = words.map((own) => {
    const first = tokens.length;
    // Half a word is another word.
    if (first + own.length < maximumTokens) tokens.push(...own);
    return { first, end: tokens.length };
  });
  return { tokens: [...tokens, ...frame.slice(-1)], places };
}

/** States of a text's tokens, row-major → one row a word: the direction of the sum of its tokens' states, or zeros. */
export function poolWords(
  states: Float32Array,
  { places }: TokenisedWords,
  dimensions: number,
): Float32Array<ArrayBuffer> {
  const rows = new Float32Array(places.length * dimensions);
  for (const [word, { first, end }] of places.entries()) {
    const row = rows.subarray(word * dimensions, (word + 1) * dimensions);
    for (let token = first; token < end; token++) {
      for (let i = 0; i < dimensions; i++) row[i] = (row[i] ?? 0) + (states[token * dimensions + i] ?? 0);
    }
    const length = Math.hypot(...row);
    if (length > 0) for (let i = 0; i < dimensions; i++) row[i] = (row[i] ?? 0) / length;
  }
  return rows;
}

/** What `encodeQuestion` of a model gives: the question's vector, and after it its words' states. */
export function questionIn(rows: Float32Array, dimensions: number): QuestionInContext {
  return { vector: rows.subarray(0, dimensions), states: rows.subarray(dimensions) };
}

/** Matrices behind one another, as they are sent between threads. */
export function joined(matrices: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(matrices.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const matrix of matrices) {
    all.set(matrix, at);
    at += matrix.length;
  }
  return all;
}

/** The matrices of texts with so many words each, out of what `joined` made of them. */
export function parted(
  all: Float32Array,
  texts: readonly (readonly string[])[],
  dimensions: number,
): readonly Float32Array[] {
  let at = 0;
  return texts.map(({ length }) => {
    const from = at;
    at += length * dimensions;
    return all.subarray(from, at);
  });
}
